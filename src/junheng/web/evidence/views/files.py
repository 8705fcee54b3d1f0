"""Files: always as a download, never shown by the site; withdrawing one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.actions.withdraw import withdraw as withdraw_file
from junheng.web.evidence.queries import cases, draws
from junheng.web.evidence.sniff import KINDS
from junheng.web.evidence.views.asked import whole
from junheng.web.kit.store import read


@needs("evidence.see")
@never_cache
@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    held = cases.attachment(actor_of(request), pk)
    return sent(held.name, held.kind, held.sha256)


@needs("visits.draw")
@never_cache
@require_safe
def picture(request: HttpRequest, pk: int, code: str, file: int) -> HttpResponse:
    visit = draws.visit_of(actor_of(request), pk, code)
    held = next((one for one in visit.pictures.all() if one.pk == file), None)
    if held is None:
        raise Http404
    return sent(held.name, held.kind, held.sha256)


def sent(name: str, kind: str, sha256: str) -> HttpResponse:
    answer = HttpResponse(read(sha256), content_type=KINDS[kind].mime)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@needs("evidence.give")
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    case = withdraw_file(actor_of(request), pk, revision=whole(request, "revision"))
    messages.success(request, _("文件已撤回，仍可查阅。"))
    return redirect("evidence-case", year=case.year, code=case.organisation.code, item=case.item)

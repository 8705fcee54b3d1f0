"""The files of a version: as they were handed in, and with the reviewer's remarks marked."""

from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit import store
from junheng.web.reporting.models import Version
from junheng.web.reporting.queries import version_of
from junheng.web.review import queries
from junheng.web.review.marked import marked_copy

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("report.see")
@require_safe
@never_cache
def original(request: HttpRequest, pk: int, number: int, at: int) -> HttpResponse:
    version = version_of(actor_of(request), pk, number)
    name, sha256 = _file(version, at)
    return _download(store.read(sha256), name, "application/octet-stream")


@needs("report.see")
@require_safe
@never_cache
def marked(request: HttpRequest, pk: int, number: int, at: int) -> HttpResponse:
    version = version_of(actor_of(request), pk, number)
    name, _sha256 = _file(version, at)
    remarks = queries.remarks_on(version)
    if not remarks:
        raise Http404
    return _download(marked_copy(version, at, remarks), PurePath(name).stem + _("（退回标注）") + ".xlsx", XLSX)


def _file(version: Version, at: int) -> tuple[str, str]:
    if not 1 <= at <= len(version.files):
        raise Http404
    one = version.files[at - 1]
    return str(one["name"]).rpartition("/")[2], str(one["sha256"])


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer

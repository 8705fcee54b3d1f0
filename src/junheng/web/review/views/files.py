"""The files of a version with the reviewer's remarks marked in them."""

from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.reporting.queries import version_of
from junheng.web.review import queries
from junheng.web.review.marked import marked_copy

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("report.see")
@require_safe
@never_cache
def marked(request: HttpRequest, pk: int, number: int, at: int) -> HttpResponse:
    version = version_of(actor_of(request), pk, number)
    if not 1 <= at <= len(version.files):
        raise Http404
    remarks = queries.remarks_on(version)
    if not remarks:
        raise Http404
    name = PurePath(str(version.files[at - 1]["name"])).stem + _("（退回标注）") + ".xlsx"
    answer = HttpResponse(marked_copy(version, at, remarks), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer

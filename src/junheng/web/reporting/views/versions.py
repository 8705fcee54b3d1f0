"""A stored version: its receipt as page and paper, its files as they came, its workbook with marks."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from junheng.facts import mark_workbook
from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit import store
from junheng.web.portal.words import language
from junheng.web.reporting import queries, receipts
from junheng.web.reporting.models import Version
from junheng.web.reporting.reading import read_unit, write_out
from junheng.web.reporting.views.upload import XLSX


@needs("report.see")
@never_cache
@require_safe
def receipt(request: HttpRequest, submission_id: int, number: int) -> HttpResponse:
    version = queries.version_of(actor_of(request), submission_id, number)
    context = {
        "held": version.submission,
        "version": version,
        "lines": _lines(version),
        "receipt": receipts.shown(version.receipt, language()),
        "files": version.files,
        "current": version.submission.current_id == version.pk,
    }
    return render(request, "reporting/receipt.html", context)


@needs("report.see")
@never_cache
@require_safe
def receipt_pdf(request: HttpRequest, submission_id: int, number: int) -> HttpResponse:
    version = queries.version_of(actor_of(request), submission_id, number)
    content = receipts.pdf(version, _lines(version), language())
    return _file(content, "application/pdf", f"{receipts.number_of(version)}.pdf")


@needs("report.see")
@never_cache
@require_safe
def original(request: HttpRequest, submission_id: int, number: int, at: int) -> HttpResponse:
    """A file exactly as it was handed in; never shown inside the page, always saved."""
    one = _file_of(queries.version_of(actor_of(request), submission_id, number), at)
    return _file(store.read(one["sha256"]), "application/octet-stream", one["name"].rpartition("/")[2])


@needs("report.see")
@never_cache
@require_safe
def marked(request: HttpRequest, submission_id: int, number: int, at: int) -> HttpResponse:
    """A file with its faults marked, made from the stored original when it is asked for."""
    version = queries.version_of(actor_of(request), submission_id, number)
    one = _file_of(version, at)
    with TemporaryDirectory(prefix="junheng-marked-") as folder:
        path = write_out([one], Path(folder))[0]
        read = read_unit([path], version.submission.organisation, version.submission.round.year)
        target = Path(folder) / "marked.xlsx"
        mark_workbook(path, read.receipt, target)
        return _file(target.read_bytes(), XLSX, _("%(name)s（已标记）.xlsx") % {"name": path.stem})


def _lines(version: Version) -> list[tuple[Text, str | Text]]:
    steps = queries.steps_of(version.submission)
    return receipts.facts_of(version, steps, queries.role_of(version))


def _file_of(version: Version, at: int) -> dict[str, str]:
    if not 1 <= at <= len(version.files):
        raise Http404
    one: dict[str, str] = version.files[at - 1]
    return one


def _file(content: bytes, type_: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=type_)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer

"""Check a workbook without storing anything: the receipt on the page, or the marked workbook back."""

from base64 import b64encode
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.facts.contracts import contracts
from junheng.facts.receipt import OUTCOME_TITLES, Receipt
from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.actions.check_workbook import check_workbook
from junheng.web.portal.words import language

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 500
"""Findings on the page; the marked workbook holds all."""
WORST_FIRST = tuple(OUTCOME_TITLES)
YEARS = frozenset(map(str, range(2000, 2101)))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    published = queries.editions()
    year = published[0].year if published else 2025
    context: dict[str, Any] = {
        "editions": published,
        "year": request.POST.get("year", year),
        "megabytes": settings.JUNHENG_UPLOAD_LIMIT // 1024**2,
    }
    if request.method != "POST":
        return render(request, "portal/check.html", context)
    file = request.FILES.get("file")
    fault = _fault(file, request.POST.get("year", ""))
    if fault or not isinstance(file, UploadedFile):
        return render(request, "portal/check.html", {**context, "error": fault}, status=422)
    name = file.name or ""
    checked = check_workbook(name, file.chunks(), year=int(request.POST["year"]))
    marked = checked.marked if _understood(checked.receipt) else None
    if request.POST.get("want") == "workbook" and marked is not None:
        return _workbook(marked, marked_name(name))
    return render(request, "portal/check.html", {**context, **_receipt(checked.receipt), **_marked(marked, name)})


def _fault(file: object, year: str) -> str | None:
    if not file:
        return _("请选择一个文件。")
    if year not in YEARS:
        return _("学年应为2000至2100之间的年份。")
    return None


def _workbook(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def marked_name(name: str) -> str:
    return PurePath(name).stem + _("（已标记）") + ".xlsx"


def _understood(receipt: Receipt) -> bool:
    """Whether there is anything in the file that marks could stand on."""
    return any(one.kind != "unreadable" for one in receipt.files)


def _marked(content: bytes | None, name: str) -> dict[str, str]:
    """The link that holds the marked workbook, if there is one."""
    if content is None:
        return {}
    held = b64encode(content).decode("ascii")
    return {"marked": f"data:{XLSX};base64,{held}", "marked_name": marked_name(name)}


def _receipt(receipt: Receipt) -> dict[str, Any]:
    """What the page says of a receipt, the worst first."""
    tongue = language()
    ordered = sorted(receipt.findings, key=lambda one: WORST_FIRST.index(one.outcome))
    findings = [
        {
            "outcome": str(one.outcome),
            "place": one.place.in_(tongue),
            "what": one.what(tongue),
            "rule": one.rule(tongue),
            "fix": one.fix(tongue),
        }
        for one in ordered[:SHOWN]
    ]
    return {
        "receipt": receipt,
        "counts": [(str(one), receipt.counts[str(one)]) for one in WORST_FIRST],
        "findings": findings,
        "more": max(len(receipt.findings) - SHOWN, 0),
        "read": [(contracts()[table].title, rows) for table, rows in receipt.rows.items() if table in contracts()],
    }

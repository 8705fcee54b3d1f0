"""The public records: what stands, one record with its chain, a county over the years, the record's files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, public
from junheng.web.portal.law import standard_of
from junheng.web.portal.words import language
from junheng.web.verdicts import queries
from junheng.web.verdicts.appealing import last_day, why_not
from junheng.web.verdicts.certificate import certificate
from junheng.web.verdicts.decision import MEASURED
from junheng.web.verdicts.models import Record
from junheng.web.verdicts.papers import register
from junheng.web.verdicts.recordfile import record_file
from junheng.web.verdicts.wording import APPEAL, changed


@public
@require_safe
def verdicts(request: HttpRequest) -> HttpResponse:
    """The records that stand, of one year or all."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == len("2025") else None
    context = {"records": queries.records(year), "years": queries.years(), "year": year}
    return render(request, "verdicts/verdicts.html", context)


@public
@require_safe
def verdict(request: HttpRequest, number: str) -> HttpResponse:
    one = queries.record(number)
    standard = standard_of(one.standard)
    titles = {held.id: held for held in standard.indicators}
    context: dict[str, Any] = {
        "record": one,
        "next": getattr(one, "superseded_by", None),
        "standard": standard,
        "dispersions": [
            {**held, **_numbers(held), "title": titles.get(held["indicator"])} for held in one.verdict["indicators"]
        ],
        "changes": changed(one.changes, standard),
        "appeals": [(held, APPEAL[held.state]) for held in queries.public_appeals(one)],
        "papers": queries.papers(one),
        "until": last_day(one),
        "may_appeal": actor_of(request).may("verdict.appeal", one.organisation.path) and why_not(one) is None,
        "verify_at": request.build_absolute_uri(reverse("verify")),
    }
    return render(request, "verdicts/verdict.html", context)


def _numbers(held: dict[str, Any]) -> dict[str, float | None]:
    return {name: None if held[name] is None else float(held[name]) for name in MEASURED}


@public
@require_safe
def county_history(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that was ever decided on a county, with what superseded what."""
    held = queries.county_records(code)
    rows = [(one, changed(one.changes, standard_of(one.standard))) for one in held]
    context = {"rows": rows, "name": held[0].verdict["county"], "code": code}
    return render(request, "verdicts/county.html", context)


@public
@require_safe
def certificate_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The sheet to print; the same bytes each time, and known to the verification page."""
    one = queries.record(number)
    content = certificate(one, request.build_absolute_uri(reverse("verify")), language())
    return _file(one, f"{one.number}.pdf", content, "application/pdf")


@public
@require_safe
def record_json(_request: HttpRequest, number: str) -> HttpResponse:
    one = queries.record(number)
    return _file(one, f"{one.number}.json", record_file(one), "application/json")


def _file(one: Record, name: str, content: bytes, type_: str) -> HttpResponse:
    register(one, name, content)
    answer = HttpResponse(content, content_type=type_)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer

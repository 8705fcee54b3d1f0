"""Performance pay: the list of studies, one with its sums, the persons for those entitled."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.paging import page_of
from junheng.web.portal.tables import links, offer
from junheng.web.portal.words import say
from junheng.web.posts.marked import given_out
from junheng.web.workforce import queries
from junheng.web.workforce.actions.export_persons import exported
from junheng.web.workforce.answering import names_of, pay_tables
from junheng.web.workforce.listed import marked, synthetic
from junheng.web.workforce.listed_pay import persons_table
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.queries import PERSONS
from junheng.web.workforce.views.listing import listing
from junheng.web.workforce.views.studies import frame


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pays(request: HttpRequest) -> HttpResponse:
    """The studies in reach."""
    return listing(request, StudyKind.PAY)


@needs("staff.see")
@never_cache
@require_safe
def pay(request: HttpRequest, study_id: int) -> HttpResponse:
    """One study: sums by school, what the shares move, the years beside civil servants; no person."""
    actor = actor_of(request)
    of = queries.study_of(actor, study_id, StudyKind.PAY)
    context = frame(request, of) | {"people": actor.may(PERSONS, of.organisation.path)}
    if of.result is None:
        return render(request, "workforce/pay.html", context)
    found: Any = of.result
    tables = {one.id: one for one in pay_tables(of, found)}
    if (file := given_out(request, tables.values(), _title(of, context), synthetic(of))) is not None:
        return file
    context |= {
        "found": found,
        "pool": sum(one["pool"] for one in found["schools"]),
        "persons": sum(one["persons"] for one in found["schools"]),
        "short": [one for one in found["counties"] if "short" in {one["parity"], one["link"]}],
        "tables": {name: offer(request, one) for name, one in tables.items()},
    }
    return render(request, "workforce/pay.html", context)


@needs(PERSONS)
@never_cache
@require_safe
def persons(request: HttpRequest, study_id: int) -> HttpResponse:
    """What each person gets, ``?school=`` of one school: its statement. Taking the list away is recorded."""
    actor = actor_of(request)
    of = queries.study_of(actor, study_id, StudyKind.PAY, verb=PERSONS)
    school = request.GET.get("school", "")
    rows = queries.people(actor, of)
    rows = rows.filter(organisation__code=school) if school else rows
    context = frame(request, of)
    wanted = "format" in request.GET
    page = page_of(request, rows)
    table = marked(of, persons_table(rows if wanted else page))
    name = f"{_title(of, context)} {say(table.title)} {school}".strip()
    if (file := given_out(request, [table], name, synthetic(of))) is not None:
        exported(actor, of, school=school, kind=request.GET["format"])
        return file
    statement = next((one for one in (of.result or {"schools": []})["schools"] if one["school_code"] == school), None)
    names = names_of(of)
    context |= {
        "persons": page,
        "table": offer(request, table),
        "files": links(request, table),
        "school": school,
        "school_name": names.get(school, school),
        "statement": statement,
        "schools": [(code, names.get(code, code), many) for code, many in queries.schools_paying(of).items()],
    }
    return render(request, "workforce/persons.html", context)


def _title(of: WorkforceStudy, context: dict[str, Any]) -> str:
    return f"{of.organisation.name} {say(context['kind'])} {of.number}"

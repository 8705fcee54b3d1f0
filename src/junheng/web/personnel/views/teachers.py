"""Who is eligible and who is not; one teacher with exclusions and wishes."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.policy.text import Text
from junheng.teachers import UnfitTablesError
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.paging import page_of
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.exclude_teacher import exclude_teacher, include_teacher
from junheng.web.personnel.actions.holding import EARLY
from junheng.web.personnel.ground import Ground, now
from junheng.web.personnel.listed import eligibility_table
from junheng.web.personnel.models import RotationRound, RoundState, Teacher
from junheng.web.personnel.offered import offer
from junheng.web.personnel.standing_of import Person, counts, people
from junheng.web.portal.tables import files_response, links

KINDS = ("may", "not_eligible", "excluded")


@needs("staff.see")
@never_cache
@require_safe
def eligibility(request: HttpRequest, round_id: int) -> HttpResponse:
    """The counts, and the teachers: ``?kind=`` of one standing, ``?q=`` with a code, name, number or school."""
    actor = actor_of(request)
    of = queries.round_of(actor, round_id)
    context: dict[str, Any] = {"round": of, "find": request.GET.get("q", ""), "kind": request.GET.get("kind", "")}
    ground = _ground(of)
    if ground is None:
        return render(request, "personnel/eligibility.html", context)
    standing, why = people(ground), queries.reasons(of)
    rows = _found(actor, of, standing, context)
    given = rows if "format" in request.GET else rows.none()
    table = eligibility_table([(one, standing[one.code]) for one in given], why)
    if (file := files_response(request, [table], f"{of.organisation.name} {of.year} {table.title.zh}")) is not None:
        return file
    page = page_of(request, rows)
    context |= {
        "counts": counts(ground),
        "page": page,
        "people": [(one, standing[one.code], why.get(one.code)) for one in page],
        "files": links(request, table),
        "kinds": KINDS,
        "edits": actor.may("staff.edit", of.organisation.path),
    }
    return render(request, "personnel/eligibility.html", context)


def _ground(of: RotationRound) -> Ground | None:
    """The round as it is now; None where its tables are not there, or do not fit together."""
    try:
        return now(of) if of.imported else None
    except UnfitTablesError:
        return None


def _found(actor: Actor, of: RotationRound, standing: dict[str, Person], asked: dict[str, Any]) -> "QuerySet[Teacher]":
    rows = queries.teachers(actor, of)
    if asked["find"].strip():
        rows = queries.named(rows, asked["find"])
    if asked["kind"] in KINDS:
        rows = rows.filter(code__in=[one.code for one in standing.values() if one.kind == asked["kind"]])
    return rows


@needs("staff.see")
@never_cache
@require_safe
def teacher(request: HttpRequest, teacher_id: int) -> HttpResponse:
    """One teacher."""
    return _page(request, teacher_id)


def _page(request: HttpRequest, pk: int, fault: Text | None = None, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    of = queries.teacher_of(actor, pk)
    ground = _ground(of.round)
    offered = offer(of)
    exclusions = queries.exclusions(of)
    edits = actor.may("staff.edit", of.organisation.path)
    context: dict[str, Any] = {
        "teacher": of,
        "round": of.round,
        "person": people(ground).get(of.code) if ground else None,
        "exclusions": exclusions,
        "excluded": any(one.withdrawn_at is None for one in exclusions),
        "edits": edits and of.round.state in EARLY,
        "takes_wishes": actor.may("staff.wish", of.organisation.path) and of.round.state == RoundState.WISHES,
        "wished": [offered.fitting.get(one.school, one.school) for one in queries.wishes(of)],
        "fault": fault,
    }
    return render(request, "personnel/teacher.html", context, status=status)


@needs("staff.edit")
@require_POST
def excluded(request: HttpRequest, teacher_id: int) -> HttpResponse:
    """Exclude with a reason, or withdraw the exclusion: ``do`` is exclude or include."""
    try:
        if request.POST.get("do") == "include":
            include_teacher(actor_of(request), teacher_id)
        else:
            exclude_teacher(actor_of(request), teacher_id, request.POST.get("reason", ""))
    except Refusal as fault:
        return _page(request, teacher_id, fault.why, fault.status)
    return redirect("rotation-teacher", teacher_id)

"""What all kinds of studies have: tables in, numbers filled in, worked out, copied."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from junheng.teachers import UnfitTablesError
from junheng.teachers import tables as all_tables
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import files_in
from junheng.web.personnel.blank import blank_response
from junheng.web.personnel.faults import told
from junheng.web.personnel.given import lines
from junheng.web.personnel.importing import PRIVATE
from junheng.web.portal.words import language, listed, say
from junheng.web.workbench.asked import whole, within
from junheng.web.workforce import queries
from junheng.web.workforce.actions.import_tables import import_rotation, import_tables
from junheng.web.workforce.actions.open_study import copy_study
from junheng.web.workforce.actions.set_question import MOST_SECONDS, SECONDS, set_question
from junheng.web.workforce.actions.solve_study import solve_study
from junheng.web.workforce.choosing import choices, subject_lines
from junheng.web.workforce.laws import numbers
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.steps import QUESTIONS, TITLES, page_of, steps
from junheng.web.workforce.tables_of import PERSONS, TABLES, Handed


def frame(request: HttpRequest, of: WorkforceStudy) -> dict[str, Any]:
    """What every page of a study shows."""
    return {
        "study": of,
        "kind": TITLES[StudyKind(of.kind)],
        "steps": steps(of),
        "page": page_of(of),
        "edits": actor_of(request).may("staff.edit", of.organisation.path),
    }


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tables(request: HttpRequest, study_id: int) -> HttpResponse:
    """The form, its blank workbook (``?format=xlsx``), and what an import found wrong.

    ``do=rotation`` takes the county's rotation instead of files.
    """
    actor = actor_of(request)
    of = queries.study_of(actor, study_id, verb="staff.edit")
    if request.method != "POST":
        return _blank(of) if request.GET.get("format") == "xlsx" else _tables(request, of)
    try:
        revision = whole(request, "revision")
        if request.POST.get("do") == "rotation":
            import_rotation(actor, of.pk, revision=revision)
        else:
            messages.success(request, _said(import_tables(actor, of.pk, files_in(request), revision=revision)))
    except Refusal as fault:
        return _tables(request, of, {"fault": fault.why}, fault.status)
    except UnfitTablesError as fault:
        return _tables(request, of, told(fault.faults), 422)
    return redirect("workforce-question", of.pk)


def _said(done: Handed) -> str:
    """What was read and ignored, in one sentence."""
    rows = listed(f"{say(all_tables()[name].title)} {one.height}" for name, one in done.texts.items())
    said = _("已导入：%(rows)s 行。") % {"rows": rows}
    if done.ignored:
        said += _("没有用到的列：%(columns)s。") % {"columns": listed(done.ignored)}
    return said


def _blank(of: WorkforceStudy) -> HttpResponse:
    """Headings of its tables; names of persons only where they are kept."""
    kind = StudyKind(of.kind)
    private = {PERSONS[kind]: [_name()]} if kind == StudyKind.PAY else {}
    return blank_response([all_tables()[one] for one in TABLES[kind]], private, language(), say(TITLES[kind]))


def _name() -> str:
    """The heading of names."""
    return PRIVATE["name"][0 if language() == "zh" else 1]


def _tables(
    request: HttpRequest, of: WorkforceStudy, more: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    kind = StudyKind(of.kind)
    context = frame(request, of) | {
        "tables": [all_tables()[name] for name in TABLES[kind]],
        "source": queries.latest_round(of) if kind == StudyKind.ITINERANT else None,
        "private": _name() if kind in PERSONS else "",
        "paid": kind == StudyKind.PAY,
        **(more or {}),
    }
    return render(request, "workforce/tables.html", context, status=status)


@needs("staff.edit")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, study_id: int) -> HttpResponse:
    """The numbers with their sources; for sharing the subjects and schools too."""
    actor = actor_of(request)
    of = queries.study_of(actor, study_id, verb="staff.edit")
    if request.method != "POST":
        return _question(request, of)
    try:
        seconds = within(request, "seconds", 1, MOST_SECONDS) if of.kind == StudyKind.ITINERANT else SECONDS
        chosen = {name: request.POST.getlist(name) for name in ("subjects", "schools")}
        set_question(actor, of.pk, request.POST, revision=whole(request, "revision"), seconds=seconds, **chosen)
    except Refusal as fault:
        return _question(request, of, fault)
    return redirect(page_of(of))


def _question(request: HttpRequest, of: WorkforceStudy, fault: Refusal | None = None) -> HttpResponse:
    typed = lines(numbers(of), request.POST)
    sharing = of.kind == StudyKind.ITINERANT
    context = frame(request, of) | {
        "title": QUESTIONS[StudyKind(of.kind)],
        "lines": [one for one in typed if not one["number"].id.startswith("hours.")],
        "subjects": subject_lines(of, typed, request.POST.getlist("subjects")) if sharing else [],
        "schools": choices(of, request.POST.getlist("schools")) if sharing else [],
        "sharing": sharing,
        "seconds": request.POST.get("seconds", of.asked.get("seconds", SECONDS)),
        "most": MOST_SECONDS,
        "fault": fault and fault.why,
    }
    return render(request, "workforce/question.html", context, status=fault.status if fault else 200)


@needs("staff.edit")
@require_POST
def solved(request: HttpRequest, study_id: int) -> HttpResponse:
    """Have it worked out; leads to its page, which says how far it is."""
    of = queries.study_of(actor_of(request), study_id, verb="staff.edit")
    try:
        solve_study(actor_of(request), study_id, revision=whole(request, "revision"))
    except Refusal as fault:
        messages.error(request, say(fault.why))
    except UnfitTablesError as fault:
        return _tables(request, of, told(fault.faults), 422)
    return redirect(page_of(of))


@needs("staff.edit")
@require_POST
def copied(request: HttpRequest, study_id: int) -> HttpResponse:
    """A new study from this one."""
    return redirect("workforce-question", copy_study(actor_of(request), study_id).pk)

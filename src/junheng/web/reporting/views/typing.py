"""Type instead of upload, a page for each table: a working copy first, then a file that goes the way of any other."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib import messages
from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from junheng.facts import Facts, write_template
from junheng.facts.contracts import contract
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Kind
from junheng.web.portal.words import language
from junheng.web.reporting import queries, working_copy
from junheng.web.reporting.actions.preview import ensure_may, preview
from junheng.web.reporting.changes import part_name
from junheng.web.reporting.earlier import current_facts, last_year
from junheng.web.reporting.form import Name, Page, choices, page_of, rule, tables_of
from junheng.web.reporting.models import Submission
from junheng.web.reporting.typed import Entry, Typed, held_parts, read_typed, typed_of
from junheng.web.reporting.views.submission import seen
from junheng.web.reporting.working_copy import WorkingCopy

LONGEST = 400
"""Characters kept of one field; the longest field is a name."""


@needs("report.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def typing(request: HttpRequest, submission_id: int, table: str) -> HttpResponse:
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    ensure_may(actor, held)
    if table not in tables_of(held.organisation):
        raise Http404
    base = current_facts(held)
    copy = _copy(held, actor.user_id, base)
    page = page_of(held.organisation, table, held_parts(copy.typed, table))
    if request.method != "POST":
        faults = _of_table(_faults(copy.typed, held, base), table) if "check" in request.GET else {}
        return _page(request, held, page, copy, faults)
    copy = WorkingCopy(copy.version, {**copy.typed, **_posted(request, page)})
    working_copy.save(held.pk, actor.user_id, copy)
    faults = _of_table(_faults(copy.typed, held, base), table)
    if faults:
        return _page(request, held, page, copy, faults)
    messages.success(request, _("本页已暂存，尚未上报。"))
    return redirect("typing", held.pk, _next(held, table, request.POST.get("then", "")))


@needs("report.see")
@require_POST
def typing_preview(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Make the workbook of what was typed and preview it like any other."""
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    ensure_may(actor, held)
    base = current_facts(held)
    copy = _copy(held, actor.user_id, base)
    facts, faults = read_typed(copy.typed, held.organisation, held.round.year, base)
    if faults:
        table = next(one for one in tables_of(held.organisation) if _of_table(faults, one))
        return redirect(reverse("typing", args=[held.pk, table]) + "?check=1")
    file = ContentFile(_workbook(held, facts), name=f"{held.organisation.code}-{held.round.year}-在线填写.xlsx")
    made = preview(actor, held, [file], revision=seen(request)["revision"], way="typed")
    return redirect("preview", held.pk, made.token)


@needs("report.see")
@require_POST
def typing_discard(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Throw the working copy away and begin again from the current version."""
    actor = actor_of(request)
    held = queries.submission_of(actor, submission_id)
    working_copy.throw_away(held.pk, actor.user_id)
    messages.success(request, _("已放弃暂存的内容。"))
    return redirect("submission", held.pk)


def _copy(held: Submission, user: int | None, base: Facts | None) -> WorkingCopy:
    kept = working_copy.load(held.pk, user)
    return kept or WorkingCopy(held.current_id, typed_of(base, held.organisation))


def _faults(typed: Typed, held: Submission, base: Facts | None) -> dict[Name, Any]:
    return dict(read_typed(typed, held.organisation, held.round.year, base)[1])


def _of_table(faults: dict[Name, Any], table: str) -> dict[Name, Any]:
    return {name: fault for name, fault in faults.items() if name[0] == table}


def _posted(request: HttpRequest, page: Page) -> dict[Name, Entry]:
    """The fields of the page exactly as they were typed; whatever else was sent is not looked at."""
    post, found = request.POST, {}
    for slot in page.slots():
        name = ".".join((page.table, slot.part, slot.field.id))
        found[page.table, slot.part, slot.field.id] = Entry(post.get(name, "")[:LONGEST], f"{name}.none" in post)
    return found


def _next(held: Submission, table: str, then: str) -> str:
    tables = tables_of(held.organisation)
    at = tables.index(table)
    return tables[min(at + 1, len(tables) - 1)] if then == "next" else table


def _page(
    request: HttpRequest,
    held: Submission,
    page: Page,
    copy: WorkingCopy,
    faults: dict[Name, Any],
) -> HttpResponse:
    before = last_year(held)
    hints = typed_of(before, held.organisation) if before else {}
    tables = tables_of(held.organisation)
    context = {
        "held": held,
        "page": page,
        "lines": [_line(page, line, copy.typed, hints, faults) for line in page.lines],
        "parts": [part_name(part, language()) for part in page.parts],
        "tabs": [(one, contract(one).title, one == page.table) for one in tables],
        "last": page.table == tables[-1],
        "faults": len(faults),
        "hints": bool(before),
        "kept": working_copy.load(held.pk, actor_of(request).user_id) is not None,
        "outdated": copy.version != held.current_id,
        "county": held.organisation.kind == Kind.COUNTY,
    }
    return render(request, "reporting/typing.html", context, status=422 if faults and request.method == "POST" else 200)


def _line(page: Page, line: Any, typed: Typed, hints: Typed, faults: dict[Name, Any]) -> dict[str, Any]:
    cells = []
    for slot, part in zip(line.cells, page.parts, strict=True):
        name = (page.table, part, line.field.id)
        cells.append(
            slot
            and {
                "name": ".".join(name),
                "entry": typed.get(name, Entry()),
                "hint": hints.get(name),
                "fault": faults.get(name),
                "choices": _choices(line.field, typed.get(name, Entry())),
                "part": part_name(part, language()),
            }
        )
    return {
        "field": line.field,
        "number": line.number,
        "note": line.note,
        "unit": "" if line.field.type == "bool" else line.field.reported_in or line.field.unit or "",
        "rule": rule(line.field),
        "cells": cells,
        "required": line.field.required,
    }


def _choices(field: Any, entry: Entry) -> list[tuple[str, Any, bool]]:
    """Value, words and whether it is chosen; what was typed before and is no choice stays one, so that it is seen."""
    offered = choices(field)
    found: list[tuple[str, Any, bool]] = [(value, words, entry.text in {value, words.zh}) for value, words in offered]
    if offered and entry.text and not any(chosen for *_, chosen in found):
        found.append((entry.text, entry.text, True))
    return found


def _workbook(held: Submission, facts: Facts) -> bytes:
    kind = "county" if held.organisation.kind == Kind.COUNTY else "school"
    with TemporaryDirectory(prefix="junheng-typed-") as folder:
        path = Path(folder) / "typed.xlsx"
        write_template(kind, path, year=held.round.year, rows=facts, synthetic=held.round.synthetic)
        return path.read_bytes()

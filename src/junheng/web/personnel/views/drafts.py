"""A draft: asked for, looked at, put forward."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.actions.solve_draft import LEAST_SECONDS, MOST_SECONDS, solve_draft
from junheng.web.personnel.document import Document, checked, document
from junheng.web.personnel.editing import edit, standing
from junheng.web.personnel.listed import (
    dispersion_table,
    excluded_table,
    fairness_table,
    placements_table,
    refusals_table,
    rules_table,
    terms_table,
)
from junheng.web.personnel.models import RotationDraft, RoundState
from junheng.web.portal.tables import files_response, offer
from junheng.web.portal.words import in_names, say
from junheng.web.workbench.asked import whole, within


@needs("staff.edit")
@require_POST
def solved(request: HttpRequest, round_id: int) -> HttpResponse:
    """Ask for a draft; leads to its page, which says how far it is."""
    seconds = within(request, "seconds", LEAST_SECONDS, MOST_SECONDS)
    return redirect("rotation-draft", solve_draft(actor_of(request), round_id, seconds).pk)


@needs("staff.see")
@never_cache
@require_safe
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One draft with all its tables; ``?format=`` gives one of them as a file."""
    actor = actor_of(request)
    of = queries.draft_of(actor, draft_id)
    context: dict[str, Any] = {"draft": of, "round": of.round}
    if of.result is None:
        return render(request, "personnel/draft.html", context)
    found = document(of)
    tables = _tables(of, found)
    name = f"{of.round.organisation.name} {of.round.year} {_('交流方案')} {of.number}"
    if (file := files_response(request, tables.values(), name)) is not None:
        return file
    edits = actor.may("staff.edit", of.round.organisation.path) and of.round.state == RoundState.DRAFT
    context |= {
        "found": found,
        "county": found["counties"][0],
        "tables": {name: offer(request, one) for name, one in tables.items()},
        "edits": edits and of.solved,
        "edited": of.revision > 1,
        "asked": found["asked"],
    }
    if of.solved:
        context |= {"broken": [one.words for one in standing(edit(of))], "checked": not checked(of)}
    else:
        context["why"] = in_names(Text(**found["counties"][0]["reason"]), _names(of))
    return render(request, "personnel/draft.html", context)


def _names(of: RotationDraft) -> dict[str, str]:
    return {code: one.name for code, one in queries.schools_of(of.round.organisation).items()}


def _tables(of: RotationDraft, found: Document) -> dict[str, Table]:
    people, names = queries.people_of(of), _names(of)
    return {
        "placements": placements_table(found, people, names),
        "refused": refusals_table(found, people, names),
        "excluded": excluded_table(found, people, names, queries.reasons(of.round)),
        "rules": rules_table(found),
        "fairness": fairness_table(found["fairness"]),
        "dispersion": dispersion_table(found["counties"][0]["dispersion"]),
        "terms": terms_table(found),
    }


@needs("staff.edit")
@require_POST
def proposed(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Put the draft forward for publication."""
    try:
        propose_draft(actor_of(request), draft_id, revision=whole(request, "revision"))
    except Refusal as fault:
        messages.error(request, say(fault.why))
    return redirect("rotation-draft", draft_id)

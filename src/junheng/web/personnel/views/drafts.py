"""A draft: asked for, looked at, put forward."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.actions.solve_draft import LEAST_SECONDS, MOST_SECONDS, solve_again, solve_draft
from junheng.web.personnel.document import Document, broken, checked, document
from junheng.web.personnel.given import weights_in
from junheng.web.personnel.leafing import LISTS, Leafing, codes_on, leaves, narrowed
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
    actor = actor_of(request)
    of = queries.round_of(actor, round_id, "staff.edit")
    try:
        made = solve_draft(actor, of.pk, seconds, weights_in(request.POST, of, timezone.localdate()))
    except Refusal as fault:
        messages.error(request, say(fault.why))
        return redirect("rotation", round_id)
    return redirect("rotation-draft", made.pk)


@needs("staff.edit")
@require_POST
def solved_again(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Ask for a draft around what is locked or edited in this one; a refusal is told in the editor."""
    seconds = within(request, "seconds", LEAST_SECONDS, MOST_SECONDS)
    keep, revision = request.POST.get("keep", ""), whole(request, "revision")
    try:
        made = solve_again(actor_of(request), draft_id, keep, seconds, revision=revision)
    except Refusal as fault:
        messages.error(request, say(fault.why))
        return redirect("rotation-draft-edit", draft_id)
    return redirect("rotation-draft", made.pk)


@needs("staff.see")
@never_cache
@require_safe
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One draft with all its tables; ``?format=`` gives one of them as a file."""
    actor = actor_of(request)
    of = queries.draft_of(actor, draft_id, without=("result",))
    context: dict[str, Any] = {"draft": of, "round": of.round}
    if not of.status:
        return render(request, "personnel/draft.html", context)
    asked, whole_, names = Leafing.of(request.GET), document(of), _names(of)
    codes = queries.codes_named(actor, of, asked.q, "staff.see") if asked.q else None
    found = narrowed(whole_, asked, codes)
    if request.GET.get("format"):
        name = f"{of.round.organisation.name} {of.round.year} {_('交流方案')} {of.number}"
        return files_response(request, _tables(of, found, names).values(), name) or redirect("rotation-draft", of.pk)
    pages = leaves(found, asked)
    tables = _tables(of, {**found, **{one: list(page) for one, page in pages.items()}}, names)
    edits = actor.may("staff.edit", of.round.organisation.path) and of.round.state == RoundState.DRAFT
    context |= {
        "found": whole_,
        "county": whole_["counties"][0],
        "tables": {name: offer(request, one) for name, one in tables.items()},
        "pages": pages,
        "leafing": asked,
        "schools": sorted(names.items()),
        "edits": edits and of.solved,
        "edited": of.revision > 1,
        "asked_for": whole_["asked"],
        "weighed": [one for one in of.values.items() if one[0].startswith("weight.")],
        "others": [one for one in queries.drafts(of.round) if one.solved and one.pk != of.pk],
    }
    if of.solved:
        context |= {"broken": broken(of), "checked": not checked(of)}
    else:
        context["why"] = in_names(Text(**whole_["counties"][0]["reason"]), names)
    return render(request, "personnel/draft.html", context)


def _names(of: RotationDraft) -> dict[str, str]:
    return {code: one.name for code, one in queries.schools_of(of.round.organisation).items()}


def _tables(of: RotationDraft, found: Document, names: dict[str, str]) -> dict[str, Table]:
    faces = queries.faces(of, [code for one in LISTS for code in codes_on(found[one])])
    return {
        "placements": placements_table(found, faces, names),
        "refused": refusals_table(found, faces, names),
        "excluded": excluded_table(found, faces, names, queries.reasons(of.round, codes_on(found["excluded"]))),
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

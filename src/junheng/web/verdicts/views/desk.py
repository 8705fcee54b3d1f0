"""The desk of verdicts: where each round stands, what would change for the public, sign, release."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.operations.jobs import enqueue
from junheng.web.portal.law import standard_of
from junheng.web.reporting.models import Round
from junheng.web.verdicts import queries
from junheng.web.verdicts.actions import draft_round, publish_round
from junheng.web.verdicts.actions.sign_round import sign_round
from junheng.web.verdicts.decision import differences
from junheng.web.verdicts.models import Draft, Record
from junheng.web.verdicts.stage import STEPS, Stage, Standing, standing
from junheng.web.verdicts.wording import changed

LONGEST = 500


@needs("verdict.see")
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    counts, published = queries.draft_counts(), queries.published_snapshots()
    held = [
        standing(one, counts.get((one.pk, one.snapshot), []), published=(one.year, one.snapshot) in published)
        for one in queries.rounds()
    ]
    return render(request, "verdicts/desk_rounds.html", {"standings": held})


@needs("verdict.see")
@require_safe
def one_round(request: HttpRequest, round_id: int) -> HttpResponse:
    held, actor = queries.round_of(round_id), actor_of(request)
    drafts, current = queries.drafts(actor, held), queries.newest(held.year)
    where = _standing(held)
    context = {
        "round": held,
        "standing": where,
        "stages": [(one, _look(one, where.stage)) for one in STEPS],
        "rows": [_row(one, current.get(one.organisation_id), held) for one in drafts],
        "corrections": queries.granted_corrections(held, list(current.values())),
        "signatory": queries.city_name(),
        "can_draft": where.stage is Stage.LOCKED and actor.may("verdict.sign"),
        "can_sign": where.stage is Stage.DRAFTED and actor.may("verdict.sign"),
        "can_publish": where.stage is Stage.SIGNED and actor.may("publish.release"),
    }
    return render(request, "verdicts/desk_round.html", context)


def _standing(held: Round) -> Standing:
    drafts = queries.draft_counts().get((held.pk, held.snapshot), [])
    return standing(held, drafts, published=queries.edition_with(held.year, held.snapshot) is not None)


def _look(one: Stage, now: Stage) -> str:
    order = list(Stage)
    if one is now:
        return "now"
    return "done" if order.index(one) < order.index(now) else ""


def _row(draft: Draft, current: Record | None, held: Round) -> dict[str, Any]:
    """A draft with what it would change; after the release, with what it did change."""
    if draft.record is not None:
        found, compared = draft.record.changes, draft.record.supersedes_id is not None
    else:
        found, compared = (differences(current.verdict, draft.decision) if current else []), current is not None
    words = changed(found, standard_of(held.standard))
    return {"draft": draft, "current": current, "compared": compared, "changes": words}


@needs("verdict.sign")
@require_POST
def draft(request: HttpRequest, round_id: int) -> HttpResponse:
    held = queries.round_of(round_id)
    made = enqueue(draft_round.KIND, key=f"draft:{held.pk}:{held.snapshot}", actor=actor_of(request), round=held.pk)
    return redirect("job", made.pk)


@needs("verdict.sign")
@require_POST
def sign(request: HttpRequest, round_id: int) -> HttpResponse:
    held = queries.round_of(round_id)
    signed = sign_round(
        actor_of(request),
        held.pk,
        snapshot=request.POST.get("snapshot", ""),
        signatory=request.POST.get("signatory", ""),
    )
    messages.success(request, _("已签发 %(n)d 份结论，等待发布员发布。") % {"n": len(signed)})
    return redirect("desk-verdict-round", round_id)


@needs("publish.release")
@require_POST
def publish(request: HttpRequest, round_id: int) -> HttpResponse:
    held = queries.round_of(round_id)
    reason = request.POST.get("reason", "").strip()[:LONGEST]
    key = f"publish:{held.pk}:{held.snapshot}"
    made = enqueue(publish_round.KIND, key=key, actor=actor_of(request), round=held.pk, reason=reason)
    return redirect("job", made.pk)

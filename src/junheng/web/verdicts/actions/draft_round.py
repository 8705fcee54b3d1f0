"""Judge a locked round and keep the verdict on each county as a draft to be signed."""

from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit.refusal import NotAllowed, Stale
from junheng.web.operations.jobs import Work, job
from junheng.web.reporting.models import Round
from junheng.web.verdicts import queries
from junheng.web.verdicts.decision import of_verdict
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.judging import Judged, judge_round
from junheng.web.verdicts.models import Draft

KIND = "draft_verdicts"


def draft_round(actor: Actor, round_id: int) -> list[Draft]:
    """The drafts of what a round is locked as; made once for a snapshot.

    Raises:
        NotAllowed: the actor does not sign verdicts.
        Refusal: the round is not locked, or its snapshot is gone.
        Stale: the round was locked anew meanwhile.
    """
    if not actor.may("verdict.sign"):
        raise NotAllowed("只有督学能形成待签发的结论。", "Only inspectors draw up verdicts to be signed.")
    held = queries.round_of(round_id)
    if made := queries.all_drafts(held):
        return made
    judged = judge_round(held)
    with transaction.atomic():
        now = Round.objects.select_for_update().get(pk=held.pk)
        if now.snapshot != held.snapshot:
            raise Stale
        return queries.all_drafts(now) or _keep(actor, now, judged)


def _keep(actor: Actor, held: Round, judged: Judged) -> list[Draft]:
    verdict = judged.verdict
    places = queries.county_organisations(one.county_code for one in verdict.counties)
    found = [
        (places[one.county_code], str(one.state), of_verdict(one, verdict.standard))
        for one in verdict.counties
        if one.county_code in places
    ]
    Draft.objects.bulk_create(
        Draft(
            round=held,
            snapshot=held.snapshot,
            organisation=place,
            state=state,
            decision=said,
            digest=digest_of(said),
        )
        for place, state, said in found
    )
    audit(actor, "verdict.draft", f"round:{held.pk}", after={"snapshot": held.snapshot, "counties": len(found)})
    return queries.all_drafts(held)


@job(KIND, title=Text("形成待签发的结论", "Draw up verdicts to be signed"))
def run(work: Work) -> dict[str, Any]:
    work.progress("评定 / judging")
    made = draft_round(work.actor, work.given["round"])
    return {"drafts": len(made), "href": reverse("desk-verdict-round", args=[work.given["round"]])}

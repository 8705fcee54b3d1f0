"""Publish a locked round: judge it, put it before the public as the next edition, make its records."""

from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.policy.text import Text
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.operations.jobs import Work, job
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Correction, Round
from junheng.web.verdicts import queries
from junheng.web.verdicts.actions.record_edition import record_edition
from junheng.web.verdicts.decision import of_verdict
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.judging import Judged, judge_round, must_be_locked
from junheng.web.verdicts.models import Draft, Record

KIND = "publish_round"


def publish_round(actor: Actor, round_id: int, *, signatory: str = "", reason: str = "") -> list[Record]:
    """The records of a round, published once: the same snapshot and standard again give the same records.

    ``signatory`` is used where no inspector signed, which only the program itself may leave out.

    Raises:
        NotAllowed: the actor does not publish, or signed what is to be released.
        Refusal: the round is not locked, its snapshot is gone, something is not signed, or the judgement is no longer
            what was signed.
        Stale: the round was locked anew meanwhile.
    """
    if actor != SYSTEM and not actor.may("publish.release"):
        raise NotAllowed("只有发布员能发布结论。", "Only publishers release verdicts.")
    held = queries.round_of(round_id)
    must_be_locked(held)
    if (done := queries.edition_with(held.year, held.snapshot)) and (made := queries.records_of(done.pk)):
        return made
    drafts = queries.all_drafts(held)
    if actor != SYSTEM:
        _check(actor, drafts)
    judged = judge_round(held)
    _must_be_what_was_signed(judged, drafts)
    with transaction.atomic():
        now = Round.objects.select_for_update().get(pk=held.pk)
        if (now.state, now.snapshot) != (held.state, held.snapshot):
            raise Stale
        corrections = queries.granted_corrections(now, list(queries.newest(now.year).values()))
        edition = _publish(actor, now, judged, corrections, reason)
        return record_edition(actor, edition, signatory=signatory, reason=reason or told(corrections).zh)


def told(corrections: list[Correction]) -> Text:
    """Which schools' data were corrected, by name alone: the reasons they gave are not for the public."""
    places = dict.fromkeys(
        (one.submission.organisation.name, one.submission.organisation.name_en) for one in corrections
    )
    if not places:
        return Text("", "")
    zh, en = "、".join(name for name, _en in places), ", ".join(en or name for name, en in places)
    return Text(f"经批准的数据更正：{zh}", f"Corrections granted: {en}")


def _check(actor: Actor, drafts: list[Draft]) -> None:
    if not drafts or any(one.signed_at is None for one in drafts):
        raise Refusal(
            "还有结论没有签发；请督学签发后再发布。", "Some verdicts are not signed. An inspector signs them first."
        )
    if any(one.signed_by_id == actor.user_id for one in drafts):
        raise NotAllowed("签发人不能发布自己签发的结论。", "Who signed a verdict does not release it.")


def _must_be_what_was_signed(judged: Judged, drafts: list[Draft]) -> None:
    signed = {one.organisation.code: one.digest for one in drafts if one.signed_at}
    now = {one.county_code: digest_of(of_verdict(one, judged.verdict.standard)) for one in judged.verdict.counties}
    if any(now.get(code) != digest for code, digest in signed.items()):
        raise Refusal(
            "按现行标准和程序重新评定，结果与签发时不同，没有发布；请重新锁定并重新签发。",
            "Judged again, the result is not what was signed; nothing was published. Lock and sign anew.",
        )


def _publish(actor: Actor, held: Round, judged: Judged, corrections: list[Correction], reason: str) -> Edition:
    words = [Text(reason, reason)] if reason else []
    return publish_edition(
        judged.verdict,
        snapshot_path=held.snapshot_path,
        synthetic=held.synthetic,
        geometry=queries.latest_geometry(),
        standard=held.standard,
        beside=judged.beside(),
        expected=judged.snapshot.expected,
        changes=[*words, *([told(corrections)] if corrections else [])],
        actor=actor,
        reason=reason,
    )


@job(KIND, title=Text("发布结论", "Release verdicts"))
def run(work: Work) -> dict[str, Any]:
    work.progress("评定并发布 / judging and publishing")
    made = publish_round(
        work.actor,
        work.given["round"],
        signatory=work.given.get("signatory", ""),
        reason=work.given.get("reason", ""),
    )
    return {"records": len(made), "href": reverse("desk-verdict-round", args=[work.given["round"]])}

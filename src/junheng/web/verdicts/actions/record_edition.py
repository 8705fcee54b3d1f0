"""Make the records of a published edition: one for every county that has an organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from junheng.policy.version import policy_version
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.actions.record import record as audit
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.portal.models import County, Edition
from junheng.web.verdicts import queries
from junheng.web.verdicts.content import content_of
from junheng.web.verdicts.decision import differences, of_county
from junheng.web.verdicts.digest import digest_of
from junheng.web.verdicts.models import Draft, Record
from junheng.web.verdicts.numbers import number, pattern


@dataclass(frozen=True, slots=True)
class _Release:
    """One release: who, what, signed as, why, when."""

    actor: Actor
    edition: Edition
    signatory: str
    reason: str
    at: datetime


def record_edition(actor: Actor, edition: Edition, *, signatory: str, reason: str = "") -> list[Record]:
    """The records of an edition, made once; those of the same year that stood before are superseded.

    What is released was signed by an inspector, and the publisher is somebody else; only the program itself (the demo
    city, the command line) needs no signature of a person.

    Raises:
        NotAllowed: the actor may not release, or signed it.
        Refusal: a county is not signed, or a later version of the year is recorded already.
        Stale: somebody else has just recorded another version.
    """
    if made := queries.records_of(edition.pk):
        return made
    release = _Release(actor, edition, signatory, reason, timezone.now())
    try:
        with transaction.atomic():
            held = Edition.objects.select_for_update().filter(year=edition.year).order_by("pk")
            list(held.values_list("pk", flat=True))  # whoever comes second waits here, and finds the records
            return queries.records_of(edition.pk) or _make(release)
    except IntegrityError as fault:
        raise Stale from fault


def _make(release: _Release) -> list[Record]:
    edition = release.edition
    before = queries.newest(edition.year)
    if any(one.edition_id > edition.pk for one in before.values()):
        raise Refusal("该学年较新的版本已有结论记录，不能再为旧版本编号。", "A later version of this year is recorded.")
    rows = queries.counties(edition)
    places = queries.county_organisations(one.code for one in rows)
    own = [(one, places[one.code]) for one in rows if one.code in places]
    drafts = queries.signed_drafts(edition)
    if release.actor != SYSTEM:
        _check(release.actor, [place for _row, place in own], drafts)
    return [_record(release, row, place, before.get(place.pk), drafts.get(place.pk)) for row, place in own]


def _check(actor: Actor, places: Iterable[Organisation], drafts: dict[int, Draft]) -> None:
    for place in places:
        if not actor.may("publish.release", place.path):
            raise NotAllowed("您的角色不能发布这个区县的结论。", "Your role does not release this county's verdict.")
        draft = drafts.get(place.pk)
        if draft is None:
            raise Refusal(
                f"{place.name}的结论尚未由督学签发，不能发布。",
                f"The verdict on {place.name_en or place.name} is not signed by an inspector yet.",
            )
        if draft.signed_by_id == actor.user_id:
            raise NotAllowed("签发人不能发布自己签发的结论。", "Who signed a verdict does not release it.")


def _record(release: _Release, row: County, place: Organisation, before: Record | None, draft: Draft | None) -> Record:
    edition, nth = release.edition, before.nth + 1 if before else 1
    signed_at = draft.signed_at if draft and draft.signed_at else release.at
    signatory = draft.signatory if draft else release.signatory
    named = number(pattern(timezone.localdate(signed_at)), edition.year, row.code, nth)
    content = content_of(
        edition,
        row.code,
        of_county(row),
        number=named,
        signatory=signatory,
        signed_at=signed_at,
        supersedes=before.number if before else None,
    )
    made = Record.objects.create(
        number=named,
        nth=nth,
        edition=edition,
        organisation=place,
        year=edition.year,
        state=row.state,
        snapshot=edition.snapshot,
        standard=edition.standard,
        policy_version=policy_version(),
        verdict=content,
        digest=digest_of(content),
        signatory=signatory,
        signed_by_id=draft.signed_by_id if draft else None,
        signed_at=signed_at,
        released_by_id=release.actor.user_id,
        released_at=release.at,
        supersedes=before,
        reason=release.reason if before else "",
        changes=differences(before.verdict, content) if before else [],
    )
    if draft is not None:
        draft.record = made
        draft.save(update_fields=["record"])
    _tell(release, made, place, before)
    return made


def _tell(release: _Release, made: Record, place: Organisation, before: Record | None) -> None:
    audit(
        release.actor,
        "verdict.release",
        f"verdict:{made.number}",
        path=place.path,
        before={"number": before.number, "state": before.state} if before else None,
        after={"number": made.number, "state": made.state, "digest": made.digest, "snapshot": made.snapshot},
        reason=release.reason,
    )

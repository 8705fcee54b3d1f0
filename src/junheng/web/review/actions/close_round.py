"""The last step of a lock, all at once or not at all: submissions, steps, the round, the lock, one event."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from junheng.facts import Snapshot
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.models import RoundState, State, Step, Submission
from junheng.web.review import queries
from junheng.web.review.models import Lock


def close_round(
    actor: Actor,
    round_id: int,
    number: int,
    *,
    taken: Sequence[Submission],
    snapshot: Snapshot,
    verdict: Sequence[Mapping[str, Any]],
) -> Lock:
    """Lock what was taken into the snapshot. A lock that is there already is returned as it is.

    Raises:
        NotAllowed: who asked may not lock any more.
        Refusal: a submission was approved, returned or corrected while the snapshot was being made.
    """
    if actor != SYSTEM and not actor.may("round.lock"):
        raise NotAllowed("只有市级统计员可以锁定全市数据。", "Only the city statistician locks the city's data.")
    with transaction.atomic():
        held = queries.round_held(round_id)
        lock = Lock.objects.get(round=held, number=number)
        if held.lock_number >= number:
            return lock
        if queries.revisions_held(held) != {one.pk: one.revision for one in taken}:
            raise Refusal(
                "生成快照期间有填报状态发生变化，没有锁定；请核对后再次锁定。",
                "A submission changed while the snapshot was being made; nothing was locked. Look again and repeat.",
            )
        before = {"state": held.state, "lock": held.lock_number, "snapshot": held.snapshot}
        fresh = [one for one in taken if one.state == State.APPROVED]
        _lock_submissions(actor, fresh)
        now = timezone.now()
        held.state, held.lock_number, held.locked_at = RoundState.LOCKED, number, now
        held.snapshot, held.snapshot_path = snapshot.hash, str(snapshot.path.resolve())
        held.revision += 1
        held.save()
        lock.done_at, lock.snapshot, lock.snapshot_path = now, held.snapshot, held.snapshot_path
        lock.versions = [one.current_id for one in taken]
        lock.missing = [one.code for one in queries.states_of(held) if not one.ready]
        lock.verdict = list(verdict)
        lock.save()
        kinds = Counter(one.organisation.kind for one in taken)
        after = {"state": held.state, "lock": number, "snapshot": held.snapshot, "locked": len(fresh)}
        after |= {"units": dict(kinds), "missing": len(lock.missing)}
        record(actor, "round.lock", f"round:{held.pk}", before=before, after=after, reason=lock.reason)
    return lock


def _lock_submissions(actor: Actor, fresh: Sequence[Submission]) -> None:
    """What ``move(..., "lock")`` does to one, done to many; the event of the round stands for all of them."""
    Step.objects.bulk_create(
        Step(
            submission=one,
            version_id=one.current_id,
            verb="lock",
            before=one.state,
            after=State.LOCKED,
            by_id=actor.user_id,
        )
        for one in fresh
    )
    rows = Submission.objects.everything("those that were taken into the snapshot").filter(
        pk__in=[one.pk for one in fresh]
    )
    rows.update(state=State.LOCKED, revision=F("revision") + 1, changed=timezone.now())

"""The last step of a lock."""

from pathlib import Path

import pytest

from junheng.facts import open_snapshot
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.models import Round, Submission
from junheng.web.review import queries
from junheng.web.review.actions.close_round import close_round
from junheng.web.review.models import Lock
from tests.web.people import SCHOOLS, People


def test_closing_again_is_the_same_lock(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    snapshot = open_snapshot(Path(locked_round.snapshot_path))
    lock = close_round(crew.actor("city_statistician"), locked_round.pk, 1, taken=[], snapshot=snapshot, verdict=[])
    assert len(lock.versions) == len(SCHOOLS)
    assert [one["code"] for one in lock.verdict] == ["410105"]


def test_not_without_the_role_and_not_over_a_change(
    crew: People, mine: dict[str, Submission], locked_round: Round
) -> None:
    snapshot = open_snapshot(Path(locked_round.snapshot_path))
    with pytest.raises(NotAllowed):
        close_round(crew.actor("county_reviewer"), locked_round.pk, 2, taken=[], snapshot=snapshot, verdict=[])
    Lock.objects.create(round=locked_round, number=2)
    taken = queries.to_lock(locked_round)[1:]
    with pytest.raises(Refusal, match="发生变化"):
        close_round(crew.actor("city_statistician"), locked_round.pk, 2, taken=taken, snapshot=snapshot, verdict=[])
    locked_round.refresh_from_db()
    assert locked_round.lock_number == 1

"""Locking anew: only for a reason, only when something was granted; the old lock stays as it was."""

from pathlib import Path

import pytest

from junheng.facts import open_snapshot
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.models import Correction, Round, Submission
from junheng.web.review.actions.decide_correction import decide_correction
from junheng.web.review.actions.relock_round import relock_round
from junheng.web.review.models import Lock
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import asked, workbook


def granted(crew: People, mine: dict[str, Submission], code: str, pupils: int) -> Correction:
    one = asked(mine[code], crew, workbook(code, pupils))
    one = decide_correction(crew.actor("second_reviewer"), one.pk, "support", revision=one.revision)
    return decide_correction(crew.actor("city_statistician"), one.pk, "grant", revision=one.revision)


def test_several_corrections_go_into_one_new_snapshot(
    crew: People, mine: dict[str, Submission], locked_round: Round
) -> None:
    old = locked_round.snapshot, locked_round.snapshot_path
    for code, pupils in ((SCHOOLS[0], 444), (SCHOOLS[1], 555)):
        granted(crew, mine, code, pupils)
    locked_round.refresh_from_db()
    relock_round(crew.actor("city_statistician"), locked_round.pk, "更正两校人数", revision=locked_round.revision)
    locked_round.refresh_from_db()
    assert locked_round.lock_number == 2
    assert locked_round.snapshot != old[0]
    rows = open_snapshot(Path(locked_round.snapshot_path)).facts["sections"]
    found = dict(rows.select("school_code", "pupils").iter_rows())
    assert (found[SCHOOLS[0]], found[SCHOOLS[1]]) == (444, 555)
    assert open_snapshot(Path(old[1])).hash == old[0]
    first, second = Lock.objects.order_by("number")
    assert first.snapshot == old[0]
    assert len(set(second.versions) - set(first.versions)) == 2
    body = crew.client("city_statistician").get("/desk/lock/2025/1/").content.decode()
    assert old[0] in body


def test_nothing_granted_nothing_to_lock_anew(crew: People, mine: dict[str, Submission], locked_round: Round) -> None:
    actor = crew.actor("city_statistician")
    with pytest.raises(Refusal, match="没有同意的更正"):
        relock_round(actor, locked_round.pk, "x", revision=locked_round.revision)
    granted(crew, mine, SCHOOLS[0], 444)
    with pytest.raises(Refusal) as refused:
        relock_round(actor, locked_round.pk, " ", revision=locked_round.revision)
    assert refused.value.status == 422
    with pytest.raises(NotAllowed):
        relock_round(crew.actor("county_reviewer"), locked_round.pk, "x", revision=locked_round.revision)


def test_a_round_that_is_not_locked_is_not_locked_anew(crew: People, held: Round) -> None:
    with pytest.raises(Refusal, match="尚未锁定"):
        relock_round(crew.actor("city_statistician"), held.pk, "x", revision=held.revision)

"""Locking anew: only for a reason, only when something was granted; the old lock stays as it was."""

from pathlib import Path

import pytest

from junheng.facts import open_snapshot
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.reporting.lifecycle import who_next
from junheng.web.reporting.models import Correction, Round, State, Submission
from junheng.web.review.actions.decide_correction import decide_correction
from junheng.web.review.actions.lock_round import lock_round
from junheng.web.review.actions.relock_round import relock_round
from junheng.web.review.models import Lock
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import approved, asked, workbook


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


def test_a_school_that_was_missing_is_added_afterwards(crew: People, held: Round, mine: dict[str, Submission]) -> None:
    """Asked for with a reason, supported, granted, locked anew: as a correction of nothing."""
    for code in SCHOOLS[1:]:
        approved(mine[code], crew)
    held.refresh_from_db()
    statistician = crew.actor("city_statistician")
    lock_round(statistician, held.pk, revision=held.revision, reason="一校未报")
    late = mine[SCHOOLS[0]]
    assert "补报" in who_next(Submission.objects.everything("test").get(pk=late.pk)).zh
    client = crew.client("school_reporter")
    assert "申请更正" in client.get(f"/desk/submission/{late.pk}/").content.decode()
    assert "锁定时未报，补报" in client.get("/desk/corrections/").content.decode()
    one = granted(crew, mine, SCHOOLS[0], 444)
    page = crew.client("city_statistician").get(f"/desk/corrections/{one.pk}/").content.decode()
    assert "锁定时没有数据，补报第 1 版" in page
    assert "444" in page
    late.refresh_from_db()
    assert (late.state, late.current_id) == (State.LOCKED, one.version_id)
    held.refresh_from_db()
    relock_round(statistician, held.pk, "补报一校", revision=held.revision)
    first, second = Lock.objects.order_by("number")
    assert SCHOOLS[0] in first.missing
    assert SCHOOLS[0] not in second.missing
    without, whole = (open_snapshot(Path(lock.snapshot_path)).facts["schools"] for lock in (first, second))
    assert SCHOOLS[0] not in set(without["school_code"])
    assert SCHOOLS[0] in set(whole["school_code"])

"""Locking a round: nothing without a reason, nothing by halves, nothing twice."""

from pathlib import Path
from typing import Any

import pytest

from junheng.facts import freeze, open_snapshot
from junheng.facts.writers.flat import write_flat_export
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.operations.jobs import Work
from junheng.web.operations.models import Job, JobState
from junheng.web.reporting.lifecycle import move
from junheng.web.reporting.models import Round, RoundState, State, Step, Submission
from junheng.web.review.actions.lock_round import lock_round
from junheng.web.review.jobs import lock as run
from junheng.web.review.models import Lock
from tests.web import tiny
from tests.web.people import COUNTY, OTHER_SCHOOL, SCHOOLS, People
from tests.web.review.reports import approved, submitted, workbook


def test_a_locked_round_holds_what_was_approved(
    crew: People, held: Round, mine: dict[str, Submission], locked_round: Round
) -> None:
    job = Job.objects.everything("test").get()
    assert (job.state, job.fault) == (JobState.DONE, None)
    assert locked_round.state == RoundState.LOCKED
    assert locked_round.lock_number == 1
    snapshot = open_snapshot(Path(locked_round.snapshot_path))
    assert snapshot.hash == locked_round.snapshot
    assert snapshot.synthetic
    assert sorted(snapshot.facts["sections"]["school_code"]) == sorted(SCHOOLS)
    assert snapshot.expected is not None
    assert OTHER_SCHOOL in snapshot.expected["school_code"].to_list()
    states = dict(Submission.objects.everything("test").values_list("organisation__code", "state"))
    assert [states[code] for code in SCHOOLS] == [State.LOCKED] * 3
    assert states[COUNTY] == states[OTHER_SCHOOL] == State.MISSING


def test_a_lock_is_one_event_and_a_step_each(locked_round: Round) -> None:
    assert Step.objects.everything("test").filter(verb="lock").count() == 3
    [event] = Event.objects.filter(verb="round.lock")
    assert event.after["locked"] == 3
    assert event.after["snapshot"] == locked_round.snapshot
    assert event.reason == "两个区县另行补报"


def test_without_a_reason_the_missing_are_waited_for(crew: People, held: Round, mine: dict[str, Submission]) -> None:
    actor = crew.actor("city_statistician")
    with pytest.raises(Refusal, match="还没有任何"):
        lock_round(actor, held.pk, revision=held.revision, reason="x")
    approved(mine[SCHOOLS[0]], crew)
    submitted(mine[SCHOOLS[1]], crew)
    with pytest.raises(Refusal) as refused:
        lock_round(actor, held.pk, revision=held.revision, reason="  ")
    assert refused.value.status == 422
    held.refresh_from_db()
    assert held.state == RoundState.OPEN
    assert not Lock.objects.exists()


@pytest.mark.parametrize("role", ["county_reviewer", "school_reporter", "inspector", "publisher", "system_admin"])
def test_only_the_statistician_locks(crew: People, held: Round, mine: dict[str, Submission], role: str) -> None:
    approved(mine[SCHOOLS[0]], crew)
    with pytest.raises(NotAllowed):
        lock_round(crew.actor(role), held.pk, revision=held.revision, reason="x")


def test_the_round_that_was_seen_is_the_round_that_is_locked(
    crew: People, held: Round, mine: dict[str, Submission]
) -> None:
    approved(mine[SCHOOLS[0]], crew)
    with pytest.raises(Stale):
        lock_round(crew.actor("city_statistician"), held.pk, revision=held.revision + 1, reason="x")


def test_a_locked_round_is_not_locked_again(crew: People, locked_round: Round) -> None:
    with pytest.raises(Refusal, match="已锁定"):
        lock_round(crew.actor("city_statistician"), locked_round.pk, revision=locked_round.revision, reason="x")


def test_each_unit_counts_by_its_own_version_only(
    crew: People, held: Round, mine: dict[str, Submission], tmp_path: Path
) -> None:
    """A table handed in for two schools holds an old row of the one that has sent anew."""
    write_flat_export(tiny.facts(), tmp_path / "全区.xlsx")
    both = (tmp_path / "全区.xlsx").read_bytes()
    for code in SCHOOLS[:2]:
        approved(mine[code], crew, both)
    one = mine[SCHOOLS[0]]
    one.refresh_from_db()
    one = move(crew.actor("second_reviewer"), one.pk, "return", revision=one.revision, comment="改")
    approved(one, crew, workbook(SCHOOLS[0], 777))
    held.refresh_from_db()
    lock_round(crew.actor("city_statistician"), held.pk, revision=held.revision, reason="x")
    held.refresh_from_db()
    rows = open_snapshot(Path(held.snapshot_path)).facts["sections"]
    assert dict(rows.select("school_code", "pupils").iter_rows()) == {SCHOOLS[0]: 777, SCHOOLS[1]: 520}


def test_asking_twice_is_one_job(crew: People, locked_round: Round) -> None:
    job = Job.objects.everything("test").get()
    again = run(Work(job.pk, job.given, crew.actor("city_statistician")))
    assert again["snapshot"] == locked_round.snapshot
    assert Event.objects.filter(verb="round.lock").count() == 1
    assert Step.objects.everything("test").filter(verb="lock").count() == 3


def test_what_changes_meanwhile_is_not_locked_over(
    crew: People, held: Round, mine: dict[str, Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = approved(mine[SCHOOLS[0]], crew)

    def meanwhile(*args: Any, **given: Any) -> Any:
        move(crew.actor("second_reviewer"), one.pk, "return", revision=one.revision, comment="还要改")
        return freeze(*args, **given)

    monkeypatch.setattr("junheng.facts.freeze", meanwhile)
    lock_round(crew.actor("city_statistician"), held.pk, revision=held.revision, reason="x")
    held.refresh_from_db()
    assert (held.state, held.lock_number, held.snapshot) == (RoundState.FROZEN, 0, "")
    assert Job.objects.everything("test").get().state == JobState.FAILED
    assert not Step.objects.everything("test").filter(verb="lock").exists()

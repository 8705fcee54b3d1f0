"""The life of a submission: no shortcut, nobody alone, nothing silent."""

from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from junheng.web.accounts.access import actor_for
from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.reporting import lifecycle
from junheng.web.reporting.lifecycle import Note, approvers, move, who_next, why_not
from junheng.web.reporting.models import Remark, Round, RoundState, State, Step, Submission, Version
from junheng.web.reporting.moves import Table, table
from tests.web.people import COUNTY, SCHOOLS, People

YEARS = count(2001)


def a_submission(staff: People, code: str = SCHOOLS[0], state: str = RoundState.OPEN) -> Submission:
    now = timezone.now()
    made = Round.objects.create(year=next(YEARS), state=state, opens=now, deadline=now)
    return Submission.objects.create(round=made, organisation=staff.places[code])


@pytest.fixture
def submission(staff: People) -> Submission:
    return a_submission(staff)


def version(of: Submission, staff: People, by: str = "school_reporter") -> Version:
    number = of.versions.count() + 1
    maker = staff.users[by]
    token = f"{of.pk}-{number}"
    return Version.objects.create(
        submission=of, number=number, way="typed", files=[], receipt={}, token=token, made_by=maker
    )


def submitted(of: Submission, staff: People, by: str = "school_reporter") -> Submission:
    held = move(staff.actor(by), of.pk, "draft", revision=of.revision, version=version(of, staff, by))
    return move(staff.actor(by), of.pk, "submit", revision=held.revision)


def approved(of: Submission, staff: People) -> Submission:
    held = submitted(of, staff)
    return move(staff.actor("county_reviewer"), held.pk, "approve", revision=held.revision)


def test_the_straight_way(submission: Submission, staff: People) -> None:
    held = approved(submission, staff)
    assert "合成市" in who_next(held).zh
    held = move(staff.actor("city_statistician"), held.pk, "lock", revision=held.revision)
    assert held.state == State.LOCKED
    steps = list(Step.objects.everything("test"))
    assert [one.verb for one in steps] == ["draft", "submit", "approve", "lock"]
    assert [one.by.username for one in steps if one.by] == ["school_reporter"] * 2 + [
        "county_reviewer",
        "city_statistician",
    ]
    assert [one.verb for one in Event.objects.all()] == [f"submission.{one.verb}" for one in steps]


def test_a_return_carries_its_remarks(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    note = Note("与房产证不符", "a.xlsx", "校舍", "C5", "teaching_area")
    held = move(staff.actor("county_reviewer"), held.pk, "return", revision=held.revision, remarks=[note, Note("  ")])
    assert held.state == State.RETURNED
    [remark] = Remark.objects.everything("test")
    assert (remark.sheet, remark.cell, remark.text) == ("校舍", "C5", "与房产证不符")
    assert "样例小学1" in who_next(held).zh


def test_a_return_without_a_reason_is_refused(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    with pytest.raises(Refusal) as refused:
        move(staff.actor("county_reviewer"), held.pk, "return", revision=held.revision, comment="   ")
    assert refused.value.status == 422
    held.refresh_from_db()
    assert held.state == State.SUBMITTED


def test_what_was_returned_must_be_mended_before_it_comes_again(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    held = move(staff.actor("county_reviewer"), held.pk, "return", revision=held.revision, comment="改")
    with pytest.raises(Refusal):
        move(staff.actor("school_reporter"), held.pk, "submit", revision=held.revision)
    new = version(held, staff)
    held = move(staff.actor("school_reporter"), held.pk, "submit", revision=held.revision, version=new)
    assert held.state == State.SUBMITTED
    assert held.current == new


def test_after_the_deadline_only_what_was_returned_is_mended(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    Round.objects.filter(pk=held.round_id).update(state=RoundState.FROZEN)
    held = move(staff.actor("county_reviewer"), held.pk, "return", revision=held.revision, comment="改")
    reporter = staff.actor("school_reporter")
    held = move(reporter, held.pk, "draft", revision=held.revision, version=version(held, staff))
    assert held.state == State.DRAFT
    assert "提交" in who_next(held).zh
    held = move(reporter, held.pk, "submit", revision=held.revision)
    assert held.state == State.SUBMITTED
    with pytest.raises(Refusal, match="已截止"):
        move(reporter, held.pk, "withdraw", revision=held.revision)


@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.FROZEN, RoundState.LOCKED])
def test_outside_the_round_nothing_is_begun(staff: People, state: str) -> None:
    held = a_submission(staff, state=state)
    with pytest.raises(Refusal):
        move(staff.actor("school_reporter"), held.pk, "draft", revision=1, version=version(held, staff))
    assert "待" not in who_next(held).zh.replace("无待办", "")


def test_four_eyes(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff, by="county_reviewer")
    refusal = why_not(staff.actor("county_reviewer"), held, "approve")
    assert refusal is not None
    assert "您本人" in refusal.zh
    with pytest.raises(NotAllowed):
        move(staff.actor("county_reviewer"), held.pk, "approve", revision=held.revision)
    second = User.objects.create_user("second")
    Appointment.objects.create(user=second, role="county_reviewer", organisation=staff.places[COUNTY], extent="below")
    assert move(actor_for(second.pk, "second"), held.pk, "approve", revision=held.revision).state == State.APPROVED


def test_who_made_the_version_does_not_approve_it_though_another_handed_it_in(
    submission: Submission, staff: People
) -> None:
    made = version(submission, staff, "county_reviewer")
    held = move(staff.actor("county_reviewer"), submission.pk, "draft", revision=1, version=made)
    held = move(staff.actor("school_reporter"), submission.pk, "submit", revision=held.revision)
    with pytest.raises(NotAllowed):
        move(staff.actor("county_reviewer"), held.pk, "approve", revision=held.revision)


def test_a_county_is_approved_by_the_city_and_a_school_is_not(staff: People) -> None:
    county = submitted(a_submission(staff, COUNTY), staff, by="county_reviewer")
    assert "合成市" in who_next(county).zh
    assert move(staff.actor("city_statistician"), county.pk, "approve", revision=county.revision).state == "approved"
    school = submitted(a_submission(staff), staff)
    with pytest.raises(NotAllowed, match="金水区"):
        move(staff.actor("city_statistician"), school.pk, "approve", revision=school.revision)


def test_the_city_may_return_what_the_county_approved_but_not_pass_over_it(
    submission: Submission, staff: People
) -> None:
    city = staff.actor("city_statistician")
    waiting = submitted(submission, staff)
    with pytest.raises(NotAllowed):
        move(city, waiting.pk, "return", revision=waiting.revision, comment="x")
    held = move(staff.actor("county_reviewer"), waiting.pk, "approve", revision=waiting.revision)
    assert move(city, held.pk, "return", revision=held.revision, comment="x").state == State.RETURNED


def test_withdrawing(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    held = move(staff.actor("school_reporter"), held.pk, "withdraw", revision=held.revision)
    assert held.state == State.DRAFT
    assert move(staff.actor("school_reporter"), held.pk, "submit", revision=held.revision).state == State.SUBMITTED


def test_others_do_not_see_it(submission: Submission, staff: People) -> None:
    for actor in (staff.actor("other_reporter"), staff.actor("other_reviewer"), staff.actor("publisher"), Actor()):
        with pytest.raises(Http404):
            move(actor, submission.pk, "approve", revision=1)
    with pytest.raises(Http404):
        move(staff.actor("school_reporter"), 10**9, "approve", revision=1)


def test_the_program_hands_in_but_never_approves(submission: Submission, staff: People) -> None:
    held = move(SYSTEM, submission.pk, "draft", revision=1, version=version(submission, staff))
    held = move(SYSTEM, held.pk, "submit", revision=held.revision)
    with pytest.raises(NotAllowed):
        move(SYSTEM, held.pk, "approve", revision=held.revision)


def test_what_was_seen_is_what_is_moved(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    for revision in (held.revision - 1, held.revision + 1, 0):
        with pytest.raises(Stale):
            move(staff.actor("county_reviewer"), held.pk, "approve", revision=revision)


def test_a_version_of_another_or_an_older_one_is_refused(submission: Submission, staff: People) -> None:
    other = version(a_submission(staff, SCHOOLS[1]), staff)
    old, new = version(submission, staff), version(submission, staff)
    reporter = staff.actor("school_reporter")
    with pytest.raises(Refusal):
        move(reporter, submission.pk, "draft", revision=1, version=other)
    held = move(reporter, submission.pk, "draft", revision=1, version=new)
    with pytest.raises(Refusal):
        move(reporter, submission.pk, "draft", revision=held.revision, version=old)
    with pytest.raises(ValueError, match="no version"):
        move(
            reporter, submission.pk, "withdraw", revision=submitted_revision(held, staff), version=version(held, staff)
        )


def submitted_revision(held: Submission, staff: People) -> int:
    return move(staff.actor("school_reporter"), held.pk, "submit", revision=held.revision).revision


def test_a_correction_needs_a_new_version_of_somebody_else(submission: Submission, staff: People) -> None:
    held = approved(submission, staff)
    city = staff.actor("city_statistician")
    held = move(city, held.pk, "lock", revision=held.revision)
    Round.objects.filter(pk=held.round_id).update(state=RoundState.LOCKED)
    with pytest.raises(Refusal):
        move(city, held.pk, "correct", revision=held.revision)
    with pytest.raises(NotAllowed):
        move(city, held.pk, "correct", revision=held.revision, version=version(held, staff, "city_statistician"))
    new = version(held, staff)
    held = move(city, held.pk, "correct", revision=held.revision, version=new)
    assert (held.state, held.current) == (State.LOCKED, new)


def test_another_tier_is_another_line(submission: Submission, staff: People, monkeypatch: pytest.MonkeyPatch) -> None:
    two = Table(table().moves, {**table().tiers, "school": ("county", "city")}, table().approves)
    monkeypatch.setattr(lifecycle, "table", lambda: two)
    held = approved(submission, staff)
    assert held.state == State.SUBMITTED
    assert approvers(held) == {staff.users["county_reviewer"].pk}
    assert "合成市" in who_next(held).zh
    with pytest.raises(NotAllowed):
        move(staff.actor("county_reviewer"), held.pk, "approve", revision=held.revision)
    with pytest.raises(Refusal, match="审核已经开始"):
        move(staff.actor("school_reporter"), held.pk, "withdraw", revision=held.revision)
    assert move(staff.actor("city_statistician"), held.pk, "approve", revision=held.revision).state == State.APPROVED


def test_one_move_asks_few_questions(submission: Submission, staff: People) -> None:
    held = submitted(submission, staff)
    actor = staff.actor("county_reviewer")
    with CaptureQueriesContext(connection) as asked:
        move(actor, held.pk, "approve", revision=held.revision)
    statements = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
    assert len(statements) <= 9


class Life(RuleBasedStateMachine):
    """Anybody tries anything in any order; ``staff`` is put on the class by the test."""

    staff: People
    WHO = ("school_reporter", "county_reviewer", "city_statistician", "other_reviewer", "inspector")

    def __init__(self) -> None:
        super().__init__()
        self.held = a_submission(self.staff)
        self.revision, self.moves, self.approved_by_other = 1, 0, False

    @rule(
        who=st.sampled_from(WHO),
        verb=st.sampled_from(sorted(table().moves)),
        fresh=st.booleans(),
        comment=st.sampled_from(["", "缺件"]),
        late=st.sampled_from([0, 0, 0, 1]),
    )
    def try_(self, who: str, verb: str, fresh: bool, comment: str, late: int) -> None:
        given: dict[str, Any] = {"comment": comment, "revision": self.held.revision - late}
        if fresh and table().moves[verb].version:
            given["version"] = version(self.held, self.staff, who)
        before = self.left()
        try:
            self.held = move(self.staff.actor(who), self.held.pk, verb, **given)
        except (Refusal, Http404):
            assert self.left() == before
            return
        assert self.left() == (before[0] + 1, before[1] + 1, before[2] + 1)
        assert late == 0
        self.note(verb)

    @rule(state=st.sampled_from([RoundState.OPEN, RoundState.OPEN, RoundState.FROZEN, RoundState.LOCKED]))
    def turn_the_round(self, state: str) -> None:
        Round.objects.filter(pk=self.held.round_id).update(state=state)

    def note(self, verb: str) -> None:
        last = Step.objects.everything("test").filter(submission=self.held).last()
        assert last is not None
        if verb == "approve":
            handed = Step.objects.everything("test").filter(submission=self.held, verb="submit").last()
            assert handed is not None
            assert last.by_id not in {handed.by_id, last.version and last.version.made_by_id}
        self.approved_by_other = verb == "approve" or (self.approved_by_other and verb in {"lock", "correct"})

    def left(self) -> tuple[int, int, int]:
        now = Submission.objects.everything("test").get(pk=self.held.pk)
        return now.revision, now.steps.count(), Event.objects.filter(target=f"submission:{now.pk}").count()

    @invariant()
    def locked_only_after_an_approval_by_somebody_else(self) -> None:
        if self.held.state in {State.LOCKED, State.APPROVED}:
            assert self.approved_by_other

    @invariant()
    def the_revision_only_grows(self) -> None:
        assert self.held.revision >= self.revision
        self.revision = self.held.revision

    @invariant()
    def somebody_is_always_named(self) -> None:
        assert who_next(self.held).zh
        assert who_next(self.held).en


def test_no_path_leads_around_the_approval(staff: People) -> None:
    Life.staff = staff
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_every_refusal_speaks_both_languages(submission: Submission, staff: People) -> None:
    for state in State.values:
        submission.state = state
        for role in staff.users:
            for verb in table().moves:
                said = why_not(staff.actor(role), submission, verb)
                assert said is None or (said.zh and said.en and said.zh != said.en)

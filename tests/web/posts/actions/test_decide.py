"""One proposes, another decides; what is decided stays, what was undone is as before."""

import pytest

from junheng.web.accounts.models import Appointment, User
from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.posts.actions.decide import approve, refuse, withdraw
from junheng.web.posts.actions.propose import propose, undo
from junheng.web.posts.models import DecisionKind, DecisionState, PostsDecision
from junheng.web.posts.queries import held_ledger
from tests.web.people import CITY, COUNTY, People
from tests.web.posts.ground import line
from tests.web.tiny import CODES

LINES = [line(CODES[0], -5), line(CODES[5], 5)]


def _proposed(officer: Actor) -> PostsDecision:
    return propose(officer, COUNTY, DecisionKind.ALLOTMENT, LINES, "会议纪要")


def test_nothing_changes_until_another_person_approves(
    officer: Actor, second: Actor, authorised: PostsDecision
) -> None:
    made = _proposed(officer)
    before = held_ledger(authorised.organisation)
    with pytest.raises(NotAllowed, match="不能自己批准"):
        approve(officer, made.pk)
    assert held_ledger(authorised.organisation) == before
    approve(second, made.pk)
    after = held_ledger(authorised.organisation)
    assert before is not None
    assert after is not None
    assert after.accounts[CODES[5]].posts == before.accounts[CODES[5]].posts + 5
    assert after.total == before.total
    event = Event.objects.get(verb="posts.approve", target=f"posts_decision:{made.pk}")
    assert event.after["lines"] == LINES


def test_a_second_officer_may_approve(staff: People, officer: Actor, authorised: PostsDecision) -> None:
    user = User.objects.create_user("officer2", "x", name="另一人")
    Appointment.objects.create(user=user, role="personnel", organisation=staff.places[CITY], extent="below")
    staff.users["officer2"] = user
    assert approve(staff.actor("officer2"), _proposed(officer).pk).state == DecisionState.APPROVED
    assert authorised.organisation.code == COUNTY


def test_an_undone_decision_leaves_the_ledger_as_before(
    officer: Actor, second: Actor, authorised: PostsDecision
) -> None:
    before = held_ledger(authorised.organisation)
    made = approve(second, _proposed(officer).pk)
    back = undo(officer, made.pk, "批错了")
    assert back.undoes == made
    approve(second, back.pk)
    assert held_ledger(authorised.organisation) == before
    assert PostsDecision.objects.everything("test").get(pk=made.pk).state == DecisionState.APPROVED


def test_what_was_decided_is_not_decided_again(officer: Actor, second: Actor, authorised: PostsDecision) -> None:
    made = _proposed(officer)
    with pytest.raises(Refusal, match="写明不批准的原因"):
        refuse(second, made.pk, " ")
    with pytest.raises(NotAllowed):
        refuse(officer, made.pk, "不")
    assert refuse(second, made.pk, "材料不全").reason == "材料不全"
    with pytest.raises(Refusal, match="已经办结"):
        approve(second, made.pk)
    with pytest.raises(Refusal, match="已经办结"):
        withdraw(officer, made.pk)
    assert held_ledger(authorised.organisation) is not None


def test_a_proposal_can_be_withdrawn(officer: Actor, authorised: PostsDecision) -> None:
    assert withdraw(officer, _proposed(officer).pk).state == DecisionState.WITHDRAWN
    assert authorised.state == DecisionState.APPROVED


def test_an_approval_that_the_ledger_no_longer_takes_is_refused(
    officer: Actor, second: Actor, authorised: PostsDecision
) -> None:
    lines = [line(CODES[0], -30), line(CODES[5], 30)]
    first, later = (propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, "两次") for _ in range(2))
    approve(second, first.pk)
    with pytest.raises(Refusal, match="不够收回"):
        approve(second, later.pk)
    assert authorised.organisation.code == COUNTY

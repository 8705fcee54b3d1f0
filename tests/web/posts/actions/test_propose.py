"""A proposal rests on a document, balances, and is of a county in reach."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.actions.propose import propose, undo
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.people import COUNTY, People
from tests.web.posts.ground import AUTHORISED, line
from tests.web.tiny import CODES


def test_what_cannot_be_proposed(officer: Actor, authorised: PostsDecision) -> None:
    fine = [line(CODES[0], -1), line(CODES[1], 1)]
    for lines, document, words in (
        (fine, " ", "写明依据"),
        ([line(CODES[0])], "文", "没有任何变化"),
        ([line(CODES[0], 1)], "文", "区县总量不能变"),
    ):
        with pytest.raises(Refusal, match=words):
            propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, document)
    with pytest.raises(Http404):
        propose(officer, "nowhere", DecisionKind.ALLOTMENT, fine, "文")
    with pytest.raises(Refusal, match="核定编制不能撤销"):
        undo(officer, authorised.pk, "文")
    assert PostsDecision.objects.everything("test").count() == 1


def test_nothing_is_moved_before_posts_are_authorised(staff: People, officer: Actor) -> None:
    with pytest.raises(Refusal, match="还没有登记核定编制"):
        propose(officer, COUNTY, DecisionKind.ALLOTMENT, [line(CODES[0], 1)], "文")
    with pytest.raises(Http404):
        propose(staff.actor("county_reviewer"), COUNTY, DecisionKind.AUTHORISED, AUTHORISED, "文")


def test_the_log_has_what_was_proposed(officer: Actor, authorised: PostsDecision) -> None:
    event = Event.objects.get(verb="posts.propose", target=f"posts_decision:{authorised.pk}")
    assert event.after["lines"] == AUTHORISED
    made = propose(
        officer, COUNTY, DecisionKind.COMPETITION, [line(CODES[0], 0, -1), line(CODES[1], 0, 1)], "文", round=1
    )
    assert (made.number, made.round) == (2, 1)
    with pytest.raises(Refusal, match="没有生效"):
        undo(officer, made.pk, "文")

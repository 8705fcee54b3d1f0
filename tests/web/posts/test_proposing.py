"""The solved allotment: the total stays, those on posts keep them."""

import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.portal.models import Edition
from junheng.web.posts.ledger import moved
from junheng.web.posts.models import PostsDecision
from junheng.web.posts.opened import opened
from junheng.web.posts.proposing import proposal
from tests.web.people import COUNTY, People
from tests.web.posts.ground import NEEDS


@pytest.mark.parametrize("keep", [True, False])
def test_a_proposal_keeps_the_total_and_can_be_booked(staff: People, authorised: PostsDecision, keep: bool) -> None:
    held = opened(authorised.organisation)
    found = proposal(held, keep=keep)
    assert held.ledger is not None
    after = moved(held.ledger, found.lines)
    assert after.total == held.ledger.total == sum(found.shares.values()) + found.pool
    before, left = found.lacking
    assert left < before == 12
    kept = [min(one.staff or 0, one.posts or 0) for one in held.schools]
    assert (min(share - floor for share, floor in zip(found.shares.values(), kept, strict=True)) >= 0) is keep
    assert staff.places[COUNTY] == authorised.organisation


def test_enough_posts_give_everybody_the_need(authorised: PostsDecision) -> None:
    found = proposal(opened(authorised.organisation), keep=False)
    assert tuple(found.shares.values()) == NEEDS
    assert (found.pool, found.lacking, found.moved) == (3, (12, 0), 13)


def test_nothing_is_shared_before_posts_are_authorised(staff: People, edition: Edition) -> None:
    with pytest.raises(Refusal, match="还没有登记核定编制"):
        proposal(opened(staff.places[COUNTY]), keep=True)

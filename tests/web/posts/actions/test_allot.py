"""A solved allotment is put forward with what it was solved from."""

import pytest
from django.http import Http404

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.actions.allot import propose_allotment
from junheng.web.posts.models import DecisionKind, PostsDecision
from tests.web.people import COUNTY, OTHER_COUNTY, People


def test_what_it_was_solved_from_is_kept(officer: Actor, authorised: PostsDecision) -> None:
    loose = propose_allotment(officer, COUNTY, "会议纪要", keep=False)
    tight = propose_allotment(officer, COUNTY, "会议纪要", keep=True)
    assert (loose.kind, loose.grounds["lacking"], loose.grounds["keep"]) == (DecisionKind.ALLOTMENT, [12, 0], False)
    assert tight.grounds["moved"] < loose.grounds["moved"]
    assert authorised.organisation == loose.organisation


def test_without_document_posts_or_reach_there_is_none(
    staff: People, officer: Actor, authorised: PostsDecision
) -> None:
    with pytest.raises(Refusal, match="写明依据"):
        propose_allotment(officer, COUNTY, " ", keep=True)
    with pytest.raises(Refusal, match="还没有登记核定编制"):
        propose_allotment(officer, OTHER_COUNTY, "文", keep=True)
    with pytest.raises(Http404):
        propose_allotment(staff.actor("county_reviewer"), COUNTY, "文", keep=True)
    assert PostsDecision.objects.everything("test").get() == authorised

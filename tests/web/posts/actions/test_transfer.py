"""People who change schools: every fault of the form at once, then a proposal."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.posts.actions.transfer import transfer
from junheng.web.posts.models import PostsDecision
from tests.web.people import COUNTY, SCHOOLS

MOVE = {"kind": "arrangement", "document": "文", "from1": SCHOOLS[0], "to1": SCHOOLS[1], "staff1": "2"}


def test_a_form_becomes_a_proposal(officer: Actor, authorised: PostsDecision) -> None:
    made = transfer(officer, COUNTY, MOVE)
    assert {one["school"]: one["staff"] for one in made.lines} == {SCHOOLS[0]: -2, SCHOOLS[1]: 2}
    assert made.organisation == authorised.organisation


def test_as_many_rows_are_read_as_there_are(officer: Actor, authorised: PostsDecision) -> None:
    form = {**MOVE, "from9": SCHOOLS[1], "to9": SCHOOLS[2], "staff9": "1"}
    assert len(transfer(officer, COUNTY, form, 9).lines) == 3
    assert len(transfer(officer, COUNTY, form).lines) == 2
    assert authorised.number == 1


def test_everything_wrong_is_told_at_once(officer: Actor, authorised: PostsDecision) -> None:
    with pytest.raises(Refusal, match=r"第 1 行：不知道学校“x”.*第 1 行人数"):
        transfer(officer, COUNTY, {**MOVE, "from1": "x", "staff1": "many"})
    assert PostsDecision.objects.everything("test").get() == authorised

"""The reveal: bound by the commitment, with the public word that was announced, and once."""

import pytest

from junheng.web.evidence.actions.commit_draw import commit_draw
from junheng.web.evidence.actions.reveal_draw import reveal_draw
from junheng.web.evidence.models import Draw, Visit
from junheng.web.evidence.queries.draws import result
from junheng.web.kit.refusal import Refusal
from tests.web.evidence.draws_made import planned
from tests.web.people import People


def committed(staff: People, source: str = "") -> Draw:
    return commit_draw(staff.actor("inspector"), planned(staff, source=source).pk, revision=1)


def test_the_result_is_stored_as_visits(staff: People) -> None:
    held = reveal_draw(staff.actor("inspector"), committed(staff).pk, revision=2)
    visits = Visit.objects.everything("test").select_related("organisation")
    assert [(one.organisation.code, one.visitors) for one in visits] == result(held)
    with pytest.raises(Refusal, match="下一步"):
        reveal_draw(staff.actor("inspector"), held.pk, revision=3)


def test_a_plan_cannot_be_revealed(staff: People) -> None:
    with pytest.raises(Refusal):
        reveal_draw(staff.actor("inspector"), planned(staff).pk, revision=1)


@pytest.mark.parametrize(("source", "word"), [("掷骰", ""), ("掷骰", "  "), ("", "3")])
def test_the_public_word_is_as_announced(staff: People, source: str, word: str) -> None:
    with pytest.raises(Refusal, match="公开数字"):
        reveal_draw(staff.actor("inspector"), committed(staff, source).pk, revision=2, public=word)


def test_the_public_word_counts(staff: People) -> None:
    held = reveal_draw(staff.actor("inspector"), committed(staff, "掷骰").pk, revision=2, public=" 5 ")
    assert held.public == "5"


@pytest.mark.parametrize("what", ["list", "seed"])
def test_a_change_behind_its_back_shows(staff: People, what: str) -> None:
    held = committed(staff)
    if what == "list":
        held.listed["units"] = held.listed["units"][:-1]
    else:
        held.secret = "0" * 64
    held.save()
    with pytest.raises(Refusal, match="与承诺不符"):
        reveal_draw(staff.actor("inspector"), held.pk, revision=2)
    assert not Visit.objects.everything("test").exists()

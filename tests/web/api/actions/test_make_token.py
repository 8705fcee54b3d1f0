"""Tokens are made within one's own roles, and their keys are kept nowhere."""

import pytest

from junheng.web.api.actions.make_token import LONGEST, MOST, make_token
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People


def test_the_key_is_not_kept(staff: People) -> None:
    token, made = make_token(staff.actor("city_statistician"), name="大屏", scopes=["report.see"], days=30)
    assert made.startswith(token.prefix)
    held = {str(getattr(token, field.name)) for field in token._meta.fields}
    assert not any(made in one for one in held)
    assert made.rpartition("_")[2] not in str(Event.objects.latest("number").after)


@pytest.mark.parametrize(
    ("role", "scopes"),
    [("planner", ["report.review"]), ("school_reporter", ["report.see"]), ("planner", ["token.own"])],
)
def test_nobody_gives_away_what_they_have_not(staff: People, role: str, scopes: list[str]) -> None:
    with pytest.raises(NotAllowed):
        make_token(staff.actor(role), name="x", scopes=scopes, days=1)


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "长" * 61}, {"scopes": []}, {"days": 0}, {"days": LONGEST + 1}]
)
def test_what_is_asked_of_a_token(staff: People, wrong: dict[str, object]) -> None:
    asked = {"name": "x", "scopes": ["report.see"], "days": 1, **wrong}
    with pytest.raises(Refusal):
        make_token(staff.actor("planner"), **asked)  # type: ignore[arg-type]


def test_one_person_has_not_too_many(staff: People) -> None:
    for at in range(MOST):
        make_token(staff.actor("planner"), name=str(at), scopes=["report.see"], days=1)
    with pytest.raises(Refusal):
        make_token(staff.actor("planner"), name="one more", scopes=["report.see"], days=1)

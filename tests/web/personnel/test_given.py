"""Parameters of a round: with their source, the officer's own ones, and what nobody knows."""

from junheng.web.personnel.given import given_in, lines, numbers
from junheng.web.personnel.models import RotationRound


def test_what_nobody_knows_is_asked_for_and_the_law_stands(opened_round: RotationRound) -> None:
    held = {one.id: one for one in numbers(opened_round)}
    assert held["commute.cap"].asked
    assert not held["G11.rotation"].asked
    assert held["G11.rotation"].value == 10
    opened_round.given = {"commute.cap": {"value": 15.0, "source": "区办法"}}
    held = {one.id: one for one in numbers(opened_round)}
    assert (held["commute.cap"].value, held["commute.cap"].source) == (15.0, "区办法")


def test_a_number_needs_its_source_and_its_limits() -> None:
    found, faults = given_in({"commute.cap": "15", "commute.cap.source": "区办法", "out.most": ""})
    assert found == {"commute.cap": {"value": 15.0, "source": "区办法"}}
    assert faults == ()
    form = {"commute.cap": "15", "G11.rotation": "101", "child.km": "x", "out.most.source": "文号"}
    _, faults = given_in(form)
    assert len(faults) == 4


def test_a_form_shows_what_was_typed_else_what_was_given(opened_round: RotationRound) -> None:
    opened_round.given = {"commute.cap": {"value": 15.0, "source": "区办法"}}
    shown = {one["number"].id: one for one in lines(numbers(opened_round), {})}["commute.cap"]
    assert (shown["typed"], shown["source"]) == ("15", "区办法")
    shown = {one["number"].id: one for one in lines(numbers(opened_round), {"commute.cap": "x"})}["commute.cap"]
    assert (shown["typed"], shown["source"]) == ("x", "区办法")

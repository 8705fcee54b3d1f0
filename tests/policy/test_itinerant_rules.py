"""The numbers of itinerant teaching: dated, cited, replaceable; what was not found is empty."""

from datetime import date

import pytest

from junheng.policy.itinerant_rules import itinerant_parameters, itinerant_rules

DAY = date(2026, 9, 1)


def test_what_is_not_known_limits_nothing() -> None:
    held = itinerant_rules(DAY)
    assert (held.days, held.stops) == (5, 1)
    assert held.week is held.teacher is held.group is held.km is held.posts is None
    for one in itinerant_parameters().values():
        assert bool(one.inert) == (one.values[-1].value is None)


@pytest.mark.parametrize(("name", "value"), [("schools.day", 4), ("schools.day", 1.5), ("days.week", 0)])
def test_days_and_stops_are_whole_and_few(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name.replace(".", r"\.")):
        itinerant_rules(DAY, {name: value})
    assert itinerant_rules(DAY, {"schools.day": 3, "travel.most": 20}).km == 20

"""The numbers of posts: dated, cited, replaceable; what was not found is empty."""

from datetime import date

import pytest

from junheng.policy.establishment_norms import SECTIONS, establishment_norms, establishment_parameters

DAY = date(2026, 9, 1)


def test_the_ratios_of_a_day() -> None:
    held = establishment_norms(DAY)
    assert held.ratio == {"primary": 19, "junior": 13.5, "senior": 12.5}
    assert held.per_class is held.tilt is None
    assert held.lessons == dict.fromkeys(SECTIONS)


def test_what_is_empty_says_what_happens_and_what_is_known_is_cited() -> None:
    for one in establishment_parameters().values():
        assert one.cite
        assert bool(one.inert) == (one.values[-1].value is None)


def test_own_numbers_and_those_that_are_none() -> None:
    assert establishment_norms(DAY, {"small.per_class": 1.5}).per_class == 1.5
    with pytest.raises(LookupError, match=r"small\.none"):
        establishment_norms(DAY, {"small.none": 1})
    for name, value in (("ratio.primary", 0), ("small.tilt", -1), ("lessons.primary", 0)):
        with pytest.raises(ValueError, match=name.replace(".", r"\.")):
            establishment_norms(DAY, {name: value})
    with pytest.raises(ValueError, match=r"ratio\.primary"):
        establishment_norms(date(2010, 1, 1))

"""The numbers of planning: dated, cited, replaceable; what was not found is empty."""

from datetime import date

import pytest

from junheng.policy import Confidence
from junheng.policy.dated import built_in
from junheng.policy.seat_norms import seat_norms

DAY = date(2026, 9, 1)


def test_the_numbers_of_a_day() -> None:
    held = seat_norms(DAY)
    assert held.class_norm == {"primary": 45, "junior": 50}
    assert held.radius == {"primary": 500, "junior": 1000}
    assert (held.oversized, held.grossly_oversized, held.single, held.combined) == (56, 66, 2000, 2500)


def test_what_was_not_found_is_empty_and_says_so() -> None:
    for name in ("seats.per_thousand", "land.primary", "land.junior", "merge.below", "merge.metres"):
        held = built_in("seats/norms")[name]
        assert held.confidence is Confidence.UNKNOWN
        assert [dated.value for dated in held.values] == [None]
        assert held.inert
    assert seat_norms(DAY).land == {"primary": None, "junior": None}


def test_a_township_has_a_boarding_school_since_the_policy_is_in_force() -> None:
    assert seat_norms(date(2024, 1, 8)).boarding == 0
    assert seat_norms(date(2024, 1, 9)).boarding == 1
    assert (seat_norms(DAY).merge_below, seat_norms(DAY).merge_metres) == (None, None)


def test_every_number_has_a_sentence_and_a_unit() -> None:
    for one in built_in("seats/norms").values():
        assert one.cite
        assert one.unit
        assert one.title.zh != one.title.en


def test_a_city_sets_its_own() -> None:
    held = seat_norms(DAY, {"class.primary": 40, "land.primary": 18.5})
    assert held.class_norm["primary"] == 40
    assert held.land["primary"] == 18.5


def test_unknown_names_and_days_before_the_law_are_refused() -> None:
    with pytest.raises(LookupError, match=r"class\.none"):
        seat_norms(DAY, {"class.none": 1})
    with pytest.raises(ValueError, match=r"class\.primary"):
        seat_norms(date(2000, 1, 1))
    with pytest.raises(ValueError, match=r"radius\.junior"):
        seat_norms(DAY, {"radius.junior": -1})

"""The numbers of disclosure control: dated, cited, replaceable, never guessed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from junheng.policy import Confidence
from junheng.policy.small_cells import disclosure_on, disclosure_parameters

DAY = date(2025, 9, 1)


def test_every_number_has_a_sentence_and_a_unit() -> None:
    for one in disclosure_parameters().values():
        assert one.cite
        assert one.unit
        assert one.title.zh != one.title.en
    assert disclosure_parameters()["count.small"].confidence is Confidence.HIGH
    assert "House default" in disclosure_parameters()["school.pupils"].cite


def test_the_numbers_of_a_day() -> None:
    held = disclosure_on(DAY)
    assert (held.small_count, held.least_pupils, held.hidden_together) == (7, 30, 3)


def test_a_city_sets_its_own() -> None:
    assert disclosure_on(DAY, {"school.pupils": Decimal(50)}).least_pupils == 50


def test_a_parameter_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match=r"school\.pupil;"):
        disclosure_on(DAY, {"school.pupil": Decimal(50)})


@pytest.mark.parametrize("value", [None, True, Decimal("2.5"), Decimal(-1)])
def test_what_is_no_count_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"school\.pupils"):
        disclosure_on(DAY, {"school.pupils": value})


def test_before_the_first_day_nothing_is_in_force() -> None:
    with pytest.raises(ValueError, match=r"count\.small"):
        disclosure_on(date(1999, 1, 1))

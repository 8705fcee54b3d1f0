"""Pupils and classes: the limits of the bands, classes without pupils, and what is not reported."""

from typing import Any

import pytest

from junheng.facts.checks.classes import BANDS, LARGEST, OPEN_BAND, SMALLEST
from junheng.facts.contracts import contract
from tests.facts.checks.asking import said
from tests.facts.checks.examples import A, B


def test_the_bands_join_without_gap_and_say_what_their_names_say() -> None:
    assert list(LARGEST) == list(BANDS[:-1])
    assert [SMALLEST[one] for one in BANDS[1:]] == [LARGEST[one] + 1 for one in BANDS[:-1]]
    assert OPEN_BAND not in LARGEST
    for one in BANDS[1:-1]:
        assert one == f"classes_{SMALLEST[one]}_{LARGEST[one]}"
        assert f"{SMALLEST[one]}-{LARGEST[one]}" in contract("class_sizes").field(one).title.zh


@pytest.mark.parametrize(("pupils", "speaks"), [(359, True), (360, False), (400, False), (401, True), (None, False)])
def test_ten_classes_of_36_to_40_hold_360_to_400_pupils(pupils: int | None, speaks: bool) -> None:
    assert bool(said("pupils_outside_class_bands", {"sections.0.pupils": pupils})) is speaks


def test_the_last_band_has_no_upper_end() -> None:
    change = {"class_sizes.0.classes_ge66": 1, "sections.0.pupils": 4000}
    assert said("pupils_outside_class_bands", change) == []
    (finding,) = said("pupils_outside_class_bands", {**change, "sections.0.pupils": 425})
    assert (finding.values["low"], finding.values["high"]) == (426, "—")


def test_a_band_that_is_not_reported_makes_no_statement() -> None:
    change = {"class_sizes.0.classes_le25": None, "sections.0.pupils": 9999}
    assert said("pupils_outside_class_bands", change) == []


def whole(number: int) -> dict[str, Any]:
    """Nine-year school B with its classes for the whole school only."""
    return {"class_sizes.1": {"school_code": B, "section": "all", **dict.fromkeys(BANDS, 0), "classes_36_40": number}}


@pytest.mark.parametrize(("number", "speaks"), [(12, True), (13, False), (14, True)])
def test_bands_of_a_whole_school_are_held_against_all_its_pupils(number: int, speaks: bool) -> None:
    assert bool(said("pupils_outside_class_bands", whole(number))) is speaks


def test_half_a_school_s_pupils_are_no_sum() -> None:
    assert said("pupils_outside_class_bands", {**whole(12), "sections.2.pupils": None}) == []


@pytest.mark.parametrize(
    ("pupils", "classes", "speaks"),
    [(5, 1, False), (4, 1, True), (75, 1, False), (76, 1, True), (0, 1, True), (None, 1, False), (9, 0, False)],
)
def test_the_mean_class_lies_within_the_limits(pupils: int | None, classes: int, speaks: bool) -> None:
    found = said("class_mean_implausible", {"sections.0.pupils": pupils, "sections.0.classes": classes})
    assert bool(found) is speaks
    if found:
        assert "(a setting of this program, not law)" in found[0].rule("en")


def test_the_mean_is_shown_with_one_decimal() -> None:
    (finding,) = said("class_mean_implausible", {"sections.0.pupils": 10, "sections.0.classes": 3})
    assert "平均每班 3.3 人" in finding.what("zh")
    assert "10 pupils in 3 classes, 3.3 each" in finding.what("en")


@pytest.mark.parametrize(
    ("pupils", "classes", "speaks"), [(1, 0, True), (0, 0, False), (1, None, False), (None, 0, False), (1, 1, False)]
)
def test_pupils_sit_in_classes(pupils: int | None, classes: int | None, speaks: bool) -> None:
    change = {"sections.0.pupils": pupils, "sections.0.classes": classes}
    assert bool(said("pupils_without_classes", change)) is speaks


def test_the_flag_of_small_classes_allows_classes_up_to_thirty() -> None:
    none = {"schools.0.max_class_below_30": True, "class_sizes.0.classes_36_40": 0}
    assert said("max_class_flag_contradicts_bands", {**none, "class_sizes.0.classes_26_30": 3}) == []
    (finding,) = said("max_class_flag_contradicts_bands", {**none, "class_sizes.0.classes_31_35": 1})
    assert finding.values["larger"] == 1
    assert A in finding.what("en")


def test_a_class_that_is_said_twice_is_counted_once() -> None:
    part = {"class_sizes.2": {"school_code": B, "section": "primary", "classes_36_40": 5}}
    (finding,) = said("max_class_flag_contradicts_bands", {"schools.1.max_class_below_30": True, **whole(8), **part})
    assert finding.values["larger"] == 8


@pytest.mark.parametrize("flag", [False, None])
def test_without_the_flag_classes_may_be_of_any_size(flag: bool | None) -> None:
    assert said("max_class_flag_contradicts_bands", {"schools.0.max_class_below_30": flag}) == []

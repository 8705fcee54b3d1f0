import pytest

from junheng.demo.fate import LASTING, Fate
from junheng.demo.kinds import KINDS
from junheng.demo.rows_pupils import class_rows, school_row, section_rows
from tests.demo.rows_case import case


@pytest.mark.parametrize(
    ("founded", "flags"), [(2010, (True, True)), (2011, (False, True)), (2016, (False, True)), (2017, (False, False))]
)
def test_flags_of_age_follow_the_year_of_founding(founded: int, flags: tuple[bool, bool]) -> None:
    row = school_row(case({"primary": 800}, founded=founded))
    assert (row["built_by_2010"], row["built_by_2016"]) == flags


@pytest.mark.parametrize(
    ("pupils", "zone", "small"),
    [(49, "220", False), (50, "220", True), (99, "210", True), (100, "220", False), (60, "111", False)],
)
def test_only_villages_of_fifty_to_ninety_nine_pupils_are_small_rural(pupils: int, zone: str, small: bool) -> None:
    assert school_row(case({"primary": pupils}, zone=zone))["small_rural"] is small


@pytest.mark.parametrize(("size", "zone", "below"), [(29, "220", True), (30, "220", False), (20, "111", False)])
def test_the_flag_of_small_classes_is_for_villages(size: int, zone: str, below: bool) -> None:
    assert school_row(case({"primary": 300}, zone=zone, class_size=size))["max_class_below_30"] is below


def test_a_rescued_school_carries_the_flag_of_the_dense_centre() -> None:
    assert school_row(case({"primary": 800}, fate=Fate({"L5": 0.6}, LASTING, rescued=True)))["dense_centre"] is True
    assert school_row(case({"primary": 800}))["dense_centre"] is False


def test_a_merged_school_is_not_counted() -> None:
    row = school_row(case({"primary": 80}, parent="2141901002"))
    assert (row["counted"], row["parent_code"]) == (False, "2141901002")


def test_public_day_schools_enrol_nearby_unless_the_area_misses_the_item() -> None:
    pupils = {"primary": 500, "junior": 400}
    primary, junior = section_rows(case(pupils, kind=KINDS["nine_year"]))
    assert primary["nearby_pupils"] == 500
    assert junior["nearby_pupils"] >= 0.95 * 400
    assert section_rows(case({"primary": 500}, items=("G13",)))[0]["nearby_pupils"] < 500
    assert section_rows(case({"primary": 500}, private=True))[0]["nearby_pupils"] < 400


def test_retention_holds_unless_the_area_misses_it() -> None:
    def retention(*items: str) -> float:
        (row,) = section_rows(case({"junior": 900}, kind=KINDS["junior"], items=items))
        kept = row["graduates"] - row["transferred_in"] + row["transferred_out"]
        return float(kept / (row["entrants"] - row["died"]))

    assert retention() >= 0.95
    assert 0.85 < retention("Q1") < 0.95


def test_seniors_have_no_zone_and_only_juniors_leave() -> None:
    junior, senior = section_rows(case({"junior": 300, "senior": 400}, kind=KINDS["complete"]))
    assert senior["nearby_pupils"] is None
    assert "graduates" in junior
    assert "graduates" not in senior


def test_classes_stand_in_their_bands() -> None:
    (row,) = class_rows(case({"primary": 400}))
    assert row["classes_36_40"] == 10

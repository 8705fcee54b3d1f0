"""Shares and amounts of counties and schools against the law."""

from typing import Any

import pytest

from junheng.balance.model import State
from tests.balance.city import COUNTY, JUNIOR, NINE, PRIMARY, SMALL, SPECIAL, Tables, row_of
from tests.balance.items.spoil import item

EDGES: list[tuple[str, dict[str, Any], bool | None]] = [
    ("G2", {"public_funds_standard_primary_yuan": 720.0}, True),
    ("G2", {"public_funds_standard_primary_yuan": 719.0}, False),
    ("G7", {"special_funds_yuan": 240_000.0}, True),
    ("G7", {"special_funds_yuan": 239_999.0}, False),
    ("G7", {"special_pupils": 0}, None),
    ("G8", {"teacher_pay_yuan": 100_000.0}, True),
    ("G8", {"teacher_pay_yuan": 99_999.0}, False),
    ("G11", {"rotation_actual": 100, "rotation_backbone": 20}, True),
    ("G11", {"rotation_actual": 99}, False),
    ("G11", {"rotation_backbone": 23}, False),
    ("G11", {"rotation_eligible": None}, None),
    ("G14", {"good_senior_allotted": 500}, True),
    ("G14", {"good_senior_allotted": 499}, False),
    ("G15", {"migrant_public": 750, "migrant_purchased": 100}, True),
    ("G15", {"migrant_public": 749, "migrant_purchased": 100}, False),
    ("Q2", {"disabled_enrolled": 95}, True),
    ("Q2", {"disabled_enrolled": 94}, False),
]


@pytest.mark.parametrize(("id_", "changes", "met"), EDGES)
def test_a_county_at_its_edges(id_: str, changes: dict[str, Any], met: bool | None) -> None:
    found = item(id_, lambda tables: row_of(tables, "counties", COUNTY).update(changes))
    assert found.ok is met
    assert (found.state is State.NOT_JUDGED) is bool(found.missing)


@pytest.mark.parametrize(
    ("id_", "table", "field"),
    [("G9", "staff", "trained_360"), ("G12", "staff", "certified"), ("Q4", "money", "training_final_yuan")],
)
@pytest.mark.parametrize("code", [PRIMARY, SPECIAL])
def test_each_school_holds_its_own_share(id_: str, table: str, field: str, code: str) -> None:
    short = item(id_, lambda tables: row_of(tables, table, code).update({field: 1}))
    blank = item(id_, lambda tables: row_of(tables, table, code).update({field: None}))
    assert (short.ok, short.by_school[code], [one.code for one in short.failing]) == (False, False, [code])
    assert (blank.ok, blank.by_school[code]) == (None, None)
    assert "未上报" in blank.missing[0].zh


def test_the_county_number_of_a_school_item_is_for_the_form() -> None:
    figures = item("G9").figures
    assert figures["ratio.trained"] == 100.0
    assert figures["trained_360"] == figures["teachers_total"]


def nearby(code: str, **school: Any) -> Any:
    def spoil(tables: Tables) -> None:
        row_of(tables, "sections", code)["nearby_pupils"] = 0
        row_of(tables, "schools", code).update(school)

    return item("G13", spoil)


def test_a_pupil_from_outside_the_zone_fails_primary() -> None:
    found = item("G13", lambda tables: row_of(tables, "sections", PRIMARY).update(nearby_pupils=599))
    assert found.ok is False


@pytest.mark.parametrize("school", [{"organiser": "10"}, {"boarding": True}, {"urban_rural": "220"}])
def test_private_boarding_and_village_schools_are_not_asked(school: dict[str, Any]) -> None:
    assert nearby(PRIMARY, **school).ok is True


@pytest.mark.parametrize("school", [{"organiser": None}, {"boarding": None}, {"urban_rural": None}])
def test_a_school_of_unknown_kind_leaves_it_open(school: dict[str, Any]) -> None:
    found = nearby(PRIMARY, **school)
    assert found.ok is None
    assert "学校01" in found.missing[0].zh


def test_a_county_without_schools_the_item_is_about_meets_it() -> None:
    def spoil(tables: Tables) -> None:
        for row in tables["schools"]:
            row["urban_rural"] = "220"

    assert item("G13", spoil).ok is True


def test_retention_by_formula_a() -> None:
    found = item("Q1", lambda tables: row_of(tables, "sections", JUNIOR).update(graduates=90))
    whole = found.figures
    graduates, entrants = 98 * 5 + 90, 101 * 6
    assert (whole["junior.graduates"], whole["junior.entrants"]) == (graduates, entrants)
    assert whole["ratio.retention"] == pytest.approx(100 * (graduates - 12 + 18) / (entrants - 6))


@pytest.mark.parametrize("field", ["graduates", "entrants", "transferred_in", "transferred_out", "died"])
def test_retention_needs_every_part(field: str) -> None:
    found = item("Q1", lambda tables: row_of(tables, "sections", NINE, "junior").update({field: None}))
    assert found.ok is None


def test_the_form_asks_for_more_than_the_item_judges() -> None:
    assert item("G14").figures["good_senior_rural"] == 250
    assert item("Q2").figures["disabled_in_special_schools"] == 30


def test_a_merged_school_is_judged_within_its_parent() -> None:
    def spoil(tables: Tables) -> None:
        row_of(tables, "schools", SMALL).update(counted=False, parent_code=PRIMARY)

    assert SMALL not in item("G12", spoil).by_school


@pytest.mark.parametrize("id_", ["G9", "G12"])
def test_schools_that_other_items_leave_out_are_told(id_: str) -> None:
    found = item(id_)
    assert "含特殊教育学校1所" in found.summary.zh
    assert "special schools: 1" in found.summary.en
    assert SPECIAL in found.by_school
    assert len(found.by_school) > len(item("G5").by_school)

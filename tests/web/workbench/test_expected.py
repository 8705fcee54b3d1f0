"""What is expected of a place, year by year and part by part."""

from dataclasses import replace

from junheng.web.workbench.expected import error_table, expected_of, part_table, year_table
from junheng.web.workbench.gaps import UNTIL, Question, answer_of
from junheng.web.workbench.models import PlanningBase
from tests.web.people import COUNTY
from tests.web.workbench.ground import YEAR

QUESTION = Question(COUNTY, "primary", 2030)


def test_years_run_from_the_first_counted_to_the_horizon(long_base: PlanningBase) -> None:
    found = expected_of(long_base, QUESTION)
    assert found.rows["year"].to_list() == list(range(YEAR - 4, UNTIL + 1))
    assert found.rows["counted"].null_count() == UNTIL - YEAR
    assert found.banded["year"].to_list() == list(range(YEAR + 1, UNTIL + 1))
    assert found.rows["steady"].null_count() == found.rows.height


def test_what_is_planned_with_is_what_the_gap_counts(long_base: PlanningBase) -> None:
    found = expected_of(long_base, QUESTION)
    planned = found.rows.filter(found.rows["year"] == 2030)["planned"][0]
    assert planned == answer_of(long_base, QUESTION).townships["children"].sum()
    town = expected_of(long_base, QUESTION, "第2街道").rows
    held = answer_of(long_base, QUESTION).townships
    assert town.filter(town["year"] == 2030)["planned"][0] == held.filter(held["township"] == "第2街道")["children"][0]


def test_a_scenario_of_births_stands_beside_births_held(long_base: PlanningBase) -> None:
    fewer = expected_of(long_base, replace(QUESTION, births=-10.0)).rows
    last = fewer.row(-1, named=True)
    assert last["planned"] < last["steady"]
    assert last["steady"] == expected_of(long_base, QUESTION).rows["planned"][-1]


def test_years_outside_the_band_are_named(long_base: PlanningBase) -> None:
    found = expected_of(long_base, replace(QUESTION, births=-20.0))
    low = {row["year"] for row in found.banded.iter_rows(named=True) if row["planned"] < row["low"]}
    high = {row["year"] for row in found.banded.iter_rows(named=True) if row["planned"] > row["high"]}
    assert set(found.outside) == low | high
    assert found.band(YEAR) is None
    assert found.band(2030) is not None


def test_tables_hold_the_band_the_method_and_its_record(long_base: PlanningBase) -> None:
    found = expected_of(long_base, QUESTION)
    years = year_table(long_base, QUESTION, found).records()
    assert next(one for one in years if one["year"] == "2030")["low"] == found.band(2030)[0]  # type: ignore[index]
    parts = part_table(long_base, QUESTION, found, 2030)
    assert parts is not None
    assert sorted(parts.column("place")) == ["第1街道", "第2街道", "第3街道"]
    assert all(one.zh for one in parts.column("method"))
    errors = error_table(long_base, found)
    assert errors is not None
    assert errors.column("ahead") == ["1", "2"]
    assert all(0 <= one["chosen"] < 100 for one in errors.records())


def test_without_a_past_there_are_years_and_no_band(base: PlanningBase) -> None:
    found = expected_of(base, QUESTION)
    assert found.banded.is_empty()
    assert found.rows.filter(found.rows["year"] > YEAR)["planned"].null_count() == 0
    assert part_table(base, QUESTION, found, 2030) is None
    assert error_table(base, found) is None
    assert year_table(base, QUESTION, found).column("low") == [None] * found.rows.height

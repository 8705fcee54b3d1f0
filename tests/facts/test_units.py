"""The flat table of units: names that lead to one column each, and every column an indicator asks for."""

import pytest

from junheng.facts.codes import code_list
from junheng.facts.contracts import POLARS_TYPES, contracts
from junheng.facts.units import UNIT_COLUMNS, UNIT_KEY, labels
from junheng.policy import load_standard

COLUMNS = {one.id: one for one in UNIT_COLUMNS}


def test_every_name_leads_to_one_column() -> None:
    names = [name for one in UNIT_COLUMNS for name in {one.id, one.title.zh, one.title.en}]
    assert len(names) == len(set(names)) == len(labels())
    assert set(labels().values()) == set(COLUMNS)


@pytest.mark.parametrize("name", ["pupils", "在校学生数", "Pupils"])
def test_a_column_is_known_by_its_id_and_both_titles(name: str) -> None:
    assert labels()[name] == "pupils"


@pytest.mark.parametrize("name", ["", "Pupil", "在校学生", " pupils"])
def test_other_names_are_not_columns(name: str) -> None:
    assert name not in labels()


def test_the_key_is_required_and_made_of_codes() -> None:
    assert all(COLUMNS[name].required and COLUMNS[name].type == "code" for name in UNIT_KEY)
    assert COLUMNS["pupils"].required, "without pupils there is nothing to divide by"


def test_a_measure_may_be_missing_and_has_a_unit() -> None:
    measures = [one for one in UNIT_COLUMNS if one.type == "float"]
    assert all(one.unit for one in measures)
    assert [one.id for one in measures if one.required] == ["pupils"]
    assert {one.type for one in UNIT_COLUMNS} <= set(POLARS_TYPES)


def test_the_measures_are_what_the_indicators_are_made_of_no_more_and_no_less() -> None:
    indicators = load_standard("jiaodu-2017-6").indicators
    asked = {name for one in indicators for name in (*one.numerator, *one.denominator)}
    assert asked == {one.id for one in UNIT_COLUMNS if one.type == "float"}


def test_units_of_measure_are_those_of_the_contracts() -> None:
    fields = {one.id: one for rules in contracts().values() for one in rules.fields}
    for one in UNIT_COLUMNS:
        if one.id in fields and one.type == "float":
            assert one.unit == fields[one.id].unit, one.id


def test_sections_of_the_flat_table_are_codes() -> None:
    assert COLUMNS["section"].type == "code"
    assert set(code_list("sections").codes) == {"primary", "junior", "senior"}

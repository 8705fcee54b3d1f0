"""The contracts as schemas: every rule of every field speaks, with its limit included."""

import datetime as dt
import re
from typing import Any

import polars as pl
import pytest

from junheng.facts.checks.contract_checks import TITLES
from junheng.facts.checks.rules import CHECK_OF_RULE, ROW, counts, schema, violations
from junheng.facts.contracts import ORDER, Field, contract, contracts
from tests.facts.checks.examples import A, in_memory


def frame(table: str, *rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=contract(table).schema)


def found(table: str, *rows: dict[str, Any]) -> set[tuple[int, str, str]]:
    said = violations(table, frame(table, *rows)).filter(pl.col("check") != "contract_required")
    return set(said.iter_rows())


LIMITED = [(table, one) for table, rules in contracts().items() for one in rules.measures if one.numeric]


@pytest.mark.parametrize(("table", "field"), LIMITED, ids=[f"{table}.{one.id}" for table, one in LIMITED])
def test_limits_include_themselves(table: str, field: Field) -> None:
    step = 1 if field.type == "int" else 0.001
    limits = [(field.min, -step, "contract_min"), (field.max, step, "contract_max")]
    for limit, over, check in limits:
        if limit is not None:
            kind = int if field.type == "int" else float
            assert (0, field.id, check) not in found(table, {field.id: kind(limit)})
            assert (0, field.id, check) in found(table, {field.id: kind(limit + over)})


@pytest.mark.parametrize(
    ("table", "name", "value", "check"),
    [
        ("schools", "school_code", "２１41000001", "contract_pattern"),
        ("schools", "school_code", "2141000001\n", "contract_pattern"),
        ("schools", "school_code", "", "contract_pattern"),
        ("schools", "school_code", A, None),
        ("schools", "parent_code", None, None),
        ("campuses", "campus_code", "1", "contract_pattern"),
        ("evidence", "school_code", "", None),
        ("evidence", "item", "L1", "contract_pattern"),
        ("schools", "school_type", "小学", "contract_codes"),
        ("schools", "urban_rural", "", "contract_codes"),
        ("schools", "organiser", None, None),
        ("rooms", "land_area", float("inf"), "contract_finite"),
        ("rooms", "land_area", float("nan"), "contract_finite"),
        ("rooms", "land_area", -0.0, None),
        ("evidence", "judged_on", dt.date(1900, 1, 1), None),
    ],
)
def test_a_value_and_its_rule(table: str, name: str, value: object, check: str | None) -> None:
    assert {said for _, field, said in found(table, {name: value}) if field == name} == ({check} if check else set())


@pytest.mark.parametrize(("section", "speaks"), [("junior", False), ("primary", True), ("senior", True)])
def test_fields_of_some_sections_only(section: str, speaks: bool) -> None:
    row = {"school_code": A, "section": section, "graduates": 3}
    assert ((0, "graduates", "contract_section") in found("sections", row)) is speaks
    assert found("sections", row | {"graduates": None}) == set()


def test_every_row_of_a_doubled_key_is_named() -> None:
    rows = [{"school_code": code, "section": part} for code, part in ((A, "primary"), (A, "junior"), (A, "primary"))]
    assert found("sections", *rows) == {(0, "school_code", "contract_unique"), (2, "school_code", "contract_unique")}


def test_required_fields_are_those_of_the_contract() -> None:
    for table, rules in contracts().items():
        said = violations(table, frame(table, {}))
        missing = {field for _, field, check in said.iter_rows() if check == "contract_required"}
        assert missing == {one.id for one in rules.fields if one.required}


def test_an_empty_table_and_a_good_one_break_nothing() -> None:
    for table in ORDER:
        assert violations(table, contract(table).empty()).rows() == []
        assert counts(table, in_memory({})[table]) == {}


def test_a_schema_has_the_columns_of_the_contract() -> None:
    for table in ORDER:
        assert [name for name in schema(table).column_names() if name != ROW] == list(contract(table).schema)
    assert schema("rooms") is schema("rooms")


def test_every_rule_belongs_to_a_check_that_exists() -> None:
    assert set(CHECK_OF_RULE.values()) | {"contract_school"} == set(TITLES)


def test_patterns_are_anchored() -> None:
    """A pattern that is not would let a code with something behind it pass."""
    for rules in contracts().values():
        for one in rules.fields:
            if one.pattern:
                assert re.fullmatch(r"\^.*\$", one.pattern), one.id


def test_counts_by_rule() -> None:
    frame = in_memory({"rooms.0.books": -1, "rooms.0.land_area": -5.0})["rooms"]
    assert counts("rooms", frame) == {"books|min": 1, "land_area|min": 1}
    assert violations("rooms", frame).rows() == [(0, "land_area", "contract_min"), (0, "books", "contract_min")]

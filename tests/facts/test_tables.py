"""Facts in memory: every table is there, in the contract's columns, and nothing becomes zero."""

import polars as pl
from hypothesis import HealthCheck, given, settings

from junheng.facts.contracts import ORDER, contract
from junheng.facts.tables import CELLS_SCHEMA, Facts, conform
from tests.facts import strategies


def test_every_table_is_there_even_if_nothing_was_reported() -> None:
    facts = Facts.of(2025, {})
    assert tuple(facts.tables) == ORDER
    assert all(facts[table].schema == pl.Schema(contract(table).schema) for table in ORDER)
    assert facts.cells.schema == pl.Schema(CELLS_SCHEMA)


def test_columns_left_out_become_null_and_never_zero() -> None:
    rooms = conform("rooms", pl.DataFrame({"books": [5], "school_code": ["2141000001"], "odd": [1]}))
    assert rooms.columns == [one.id for one in contract("rooms").fields]
    assert rooms["books"].to_list() == [5]
    assert rooms["computers"].to_list() == [None]


def test_nan_is_not_reported() -> None:
    rooms = pl.DataFrame({"school_code": ["2141000001"], "land_area": [float("nan")]})
    assert conform("rooms", rooms)["land_area"].to_list() == [None]


def test_rows_are_in_the_order_of_the_key() -> None:
    codes = ["2141000002", "2141000001"]
    assert conform("staff", pl.DataFrame({"school_code": codes}))["school_code"].to_list() == sorted(codes)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.schools())
def test_conforming_twice_changes_nothing(facts: Facts) -> None:
    assert all(conform(table, facts[table]).equals(facts[table]) for table in ORDER)

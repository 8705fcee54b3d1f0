"""A base made of tables that were read: what is missing is named, all of it."""

from dataclasses import fields

import polars as pl
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.plan import COLUMNS, Tables, base_of
from tests.seats.plan.tiny import COSTS, tiny


def frames() -> dict[str, pl.DataFrame]:
    base = tiny()
    return {one.name: getattr(base, one.name) for one in fields(Tables) if one.name != "costs"}


def told(given: dict[str, pl.DataFrame]) -> set[tuple[str, str]]:
    with pytest.raises(UnfitInputError) as caught:
        base_of(given, COSTS)
    return {(one.code, one.where.en) for one in caught.value.faults}


def test_every_table_of_a_base_is_known() -> None:
    assert set(COLUMNS) == set(frames())
    assert base_of(frames(), COSTS).areas.equals(tiny().areas.select(*COLUMNS["areas"]))


def test_missing_tables_missing_columns_and_wrong_cells_are_told_together() -> None:
    given = frames()
    del given["births"], given["zones"]
    given["sites"] = given["sites"].drop("classes_max", "kind")
    given["seats"] = given["seats"].with_columns(pupils=pl.lit("many"))
    found = told(given)
    assert {("table_absent", "births"), ("table_absent", "zones"), ("column_absent", "sites")} <= found
    assert ("not_a_number", "seats, row 2") in found


def test_whole_numbers_may_come_as_text_or_as_floats() -> None:
    given = frames()
    given["children"] = given["children"].with_columns(
        pl.col("children").cast(pl.Float64), pl.col("age").cast(pl.String)
    )
    assert base_of(given, COSTS).children.schema["age"] == pl.Int64

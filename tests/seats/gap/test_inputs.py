"""Everything wrong with the tables is named at once."""

import polars as pl
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.gap.inputs import checked


def codes(error: UnfitInputError) -> list[str]:
    return [one.code for one in error.faults]


def test_every_fault_of_every_table(children: pl.DataFrame, schools: pl.DataFrame) -> None:
    wrong = children.with_columns(
        children=pl.when(pl.col("area") == "north").then(-1.0).otherwise("children"),
        section=pl.when(pl.col("area") == "hill").then(pl.lit("night school")).otherwise("section"),
    )
    lost = schools.with_columns(area=pl.when(pl.col("school") == "J1").then(pl.lit("sea")).otherwise("area"))
    distances = pl.DataFrame({"area": ["north", "moon"], "school": ["P9", "P1"], "metres": [-5.0, 10.0]})
    sizes = pl.DataFrame({"school": ["P8"], "section": ["primary"], "pupils": [40]})
    with pytest.raises(UnfitInputError) as said:
        checked(wrong, pl.concat([lost, lost[:1]]), distances, class_sizes=sizes)
    assert set(codes(said.value)) == {"negative_count", "section_unknown", "place_unknown", "place_repeated"}
    text = str(said.value)
    for name in ("sea", "moon", "P9", "P8", "P1 primary", "night school"):
        assert name in text


def test_columns_that_are_missing(children: pl.DataFrame) -> None:
    with pytest.raises(UnfitInputError) as said:
        checked(children.drop("children"), pl.DataFrame({"school": ["P1"]}))
    assert codes(said.value) == ["column_missing"] * 4


def test_words_in_place_of_numbers(children: pl.DataFrame, schools: pl.DataFrame) -> None:
    with pytest.raises(UnfitInputError, match=r"table schools, row 2.*“six”"):
        checked(children, schools.with_columns(classes=pl.Series(["12", "six", "4", "3", "9"])))


def test_what_may_be_left_out(children: pl.DataFrame, schools: pl.DataFrame) -> None:
    held = checked(children, schools.drop("pupils", "opens", "closes"))
    assert held.schools["pupils"].null_count() == held.schools.height
    assert held.distances.height == 0

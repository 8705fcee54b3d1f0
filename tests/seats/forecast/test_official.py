"""A forecast bound to the totals of a city and its districts."""

import polars as pl
import pytest

from junheng.seats.forecast import forecast
from junheng.seats.forecast.official import districts_of


def test_districts_are_read_from_the_table(town: pl.DataFrame) -> None:
    assert districts_of(town) == {}
    named = town.with_columns(pl.lit(" 东区 ").alias("区县"))
    assert districts_of(named) == {f"A{at}": "东区" for at in range(4)}


def test_sums_are_made_again_from_the_bound_rows(town: pl.DataFrame) -> None:
    east = pl.col("area").is_in(["A0", "A1"])
    table = town.with_columns(district=pl.when(east).then(pl.lit("east")).otherwise(pl.lit("west")))
    official = pl.DataFrame({"year": [2020, 2020], "district": ["east", ""], "pupils": [900.0, 1700.0]})
    free, held = forecast(table, 2, sections="1-3,4-6"), forecast(table, 2, sections="1-3,4-6", totals=official)
    first = held.rows.filter(year=2020)
    assert first.filter(east)["point"].sum() == pytest.approx(900)
    assert first["point"].sum() == pytest.approx(1700)
    assert held.rows.filter(year=2021).equals(free.rows.filter(year=2021))
    city = held.totals.filter(year=2020, area="")
    assert city["point"].sum() == pytest.approx(1700)
    assert city["point"].to_list() == pytest.approx(city["sum_of_areas"].to_list())
    assert held.totals.filter(year=2020).filter(east)["point"].sum() == pytest.approx(900)
    assert (held.totals["low"] <= held.totals["point"] + 1e-9).all()

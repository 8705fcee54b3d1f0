"""The forecast as a whole: order does not matter, scale carries over, bands hold, the past is not peeked at."""

import json

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.faults import UnfitInputError
from junheng.seats.forecast import Forecast, backtest, forecast


def test_cohorts_are_seen_coming(town: pl.DataFrame) -> None:
    held = forecast(town, 3, sections="1-3,4-6").backtest.horizons
    wape = {(row["horizon"], row["method"]): row["wape"] for row in held.to_dicts()}
    for horizon in (1, 2, 3):
        assert wape[horizon, "progression"] < wape[horizon, "last_value"]
        assert wape[horizon, "chosen"] < wape[horizon, "last_value"]
    assert backtest(town, 3, sections="1-3,4-6").horizons.equals(held)


def test_the_order_of_rows_does_not_matter(town: pl.DataFrame) -> None:
    shuffled = town.sample(fraction=1.0, shuffle=True, seed=3)
    assert forecast(town, 2).rows.equals(forecast(shuffled, 2).rows)


def test_one_area_alone_can_be_forecast(town: pl.DataFrame) -> None:
    found = forecast(town.filter(area="A2"), 2)
    assert found.rows.height == 2 * 6
    assert found.rows["point"].is_not_nan().all()
    assert (found.rows["low"] <= found.rows["high"]).all()


@pytest.mark.parametrize("years", [3, 4, 5])
def test_few_years_are_enough(town: pl.DataFrame, years: int) -> None:
    found = forecast(town.filter(pl.col("year") >= 2020 - years), 4)
    assert found.rows.height == 4 * 4 * 6
    assert found.rows.null_count().sum_horizontal().item() == 0
    width = (found.rows["high"] - found.rows["low"]).to_numpy().reshape(4, -1).mean(1)
    assert (np.diff(width) >= 0).all(), "less is known of what lies further ahead"
    assert width[3] > width[0]


def test_what_came_later_is_not_in_an_earlier_forecast(town: pl.DataFrame) -> None:
    then = forecast(town.filter(pl.col("year") < 2018), 2).rows
    wild = town.with_columns(pupils=pl.when(pl.col("year") >= 2018).then(pl.col("pupils") * 9).otherwise("pupils"))
    assert forecast(wild.filter(pl.col("year") < 2018), 2).rows.equals(then)


def test_a_closed_area_is_not_forecast_and_a_new_one_is(town: pl.DataFrame) -> None:
    kept = town.filter((pl.col("area") != "A1") | (pl.col("year") < 2016))
    found = forecast(kept, 1)
    assert set(found.rows["area"]) == {"A0", "A2", "A3"}
    late = forecast(town.filter((pl.col("area") != "A1") | (pl.col("year") == 2019)), 1)
    assert "A1" in set(late.rows["area"])
    assert {one.code for one in late.notes} == {"area_opened"}


def test_what_makes_no_sense_is_refused(town: pl.DataFrame) -> None:
    for horizon, level in ((0, 0.8), (1, 0.0), (1, 1.0)):
        with pytest.raises(ValueError, match="horizon"):
            forecast(town, horizon, level=level)


def test_a_higher_level_is_a_wider_band(town: pl.DataFrame) -> None:
    narrow, wide = (forecast(town, 1, level=level).rows for level in (0.5, 0.95))
    assert narrow["point"].equals(wide["point"])
    assert (wide["high"] - wide["low"]).sum() > (narrow["high"] - narrow["low"]).sum()


def test_an_area_of_zeros_and_one_without_a_past_are_no_hindrance(town: pl.DataFrame) -> None:
    zeros = town.filter(area="A0").with_columns(area=pl.lit("empty"), pupils=pl.lit(0.0))
    assert set(forecast(pl.concat([town, zeros]), 1).rows["area"]) == {"A0", "A1", "A2", "A3"}
    known_once = town.filter(area="A0", grade="1").with_columns(
        pupils=pl.when(pl.col("year") == 2019).then(pl.col("pupils"))
    )
    found = forecast(known_once, 2).rows
    assert found["point"].null_count() == 0
    assert found["low"].to_list() == found["high"].to_list() == [None, None], "no error is known, so no band is"


def forecast_or_reasons(table: pl.DataFrame, horizon: int) -> tuple[Forecast | None, set[str]]:
    try:
        return forecast(table, horizon, allow_gaps=True), set()
    except UnfitInputError as error:
        return None, {one.code for one in error.faults}


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.integers(2000, 2006),
            st.sampled_from("AB"),
            st.sampled_from(["PK", "K", "1", "2", "6", "9"]),
            st.one_of(st.none(), st.integers(0, 400)),
        ),
        unique_by=lambda row: row[:3],
        max_size=60,
    ),
    st.integers(1, 8),
)
def test_any_table_is_forecast_or_refused_with_reasons(rows: list[tuple[object, ...]], horizon: int) -> None:
    table = pl.DataFrame(rows, schema=["year", "area", "grade", "pupils"], orient="row", infer_schema_length=None)
    found, reasons = forecast_or_reasons(table, horizon)
    if found is None:
        assert reasons & {"no_rows", "too_few_years", "last_year_empty"}
        return
    json.dumps(found.to_dict(), allow_nan=False)
    held = found.rows.drop_nulls()
    assert (held["low"] >= 0).all()
    assert (held["low"] <= held["point"]).all()
    assert (held["point"] <= held["high"]).all()

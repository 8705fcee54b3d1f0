"""The forecast as a whole: order does not matter, scale carries over, bands hold, the past is not peeked at."""

import numpy as np
import polars as pl
import pytest

from junheng.seats.forecast import backtest, forecast


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

"""The picture of an outlook."""

import polars as pl

from junheng.web.workbench.fan import HEIGHT, LEFT, WIDTH, fan_of

ROWS = pl.DataFrame(
    {
        "year": [2024, 2025, 2026, 2027],
        "counted": [90, 100, None, None],
        "low": [None, None, 80.0, 70.0],
        "point": [None, None, 100.0, 100.0],
        "high": [None, None, 110.0, 130.0],
        "planned": [None, 100.0, 101.0, 99.0],
        "steady": [None, None, None, None],
    },
    schema_overrides={"steady": pl.Float64},
)


def test_the_axis_begins_at_nothing_and_holds_the_highest_end() -> None:
    fan = fan_of(ROWS)
    assert fan.ticks[0].words == "0"
    assert float(fan.ticks[-1].words.replace(",", "")) >= 130
    assert float(fan.ticks[0].at) == fan.base


def test_the_band_goes_out_along_the_low_ends_and_back_along_the_high_ones() -> None:
    corners = [tuple(map(float, one.split(","))) for one in fan_of(ROWS).band.split()]
    assert len(corners) == 4
    assert corners[0][0] == corners[3][0] < corners[1][0] == corners[2][0]
    assert corners[3][1] < corners[0][1]


def test_only_what_is_known_is_drawn() -> None:
    assert [one.look for one in fan_of(ROWS).lines] == ["counted", "point", "planned"]
    bare = fan_of(ROWS.with_columns(pl.lit(None, pl.Float64).alias(name) for name in ("low", "point", "high")))
    assert bare.band == ""
    assert [one.look for one in bare.lines] == ["counted", "planned"]


def test_every_year_says_its_numbers() -> None:
    columns = fan_of(ROWS).columns
    assert [one.year for one in columns] == [2024, 2025, 2026, 2027]
    assert columns[0].words == "2024年 · 实有 90"
    assert "区间 70–130" in columns[-1].words
    assert (float(columns[0].at), float(columns[-1].at) < WIDTH) == (LEFT, True)
    assert fan_of(ROWS).height == HEIGHT

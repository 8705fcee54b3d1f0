"""The JSON form of a forecast can be written down and read again."""

import json

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.forecast.result import Backtest, Forecast


def test_everything_goes_into_the_json_form() -> None:
    table = pl.DataFrame({"year": [2030], "point": [1.5], "coverage": [None]})
    held = Backtest((2019,), 3, table, table)
    note = Fault("area_closed", Text("A", "A"), {"area": "A", "year": 2012})
    told = Forecast(table, table, held, (note,), {"horizon": 1}).to_dict()
    again = json.loads(json.dumps(told, allow_nan=False))
    assert again["rows"] == [{"year": 2030, "point": 1.5, "coverage": None}]
    assert again["backtest"]["origins"] == [2019]
    assert again["notes"][0]["code"] == "area_closed"
    assert again["parameters"] == {"horizon": 1}

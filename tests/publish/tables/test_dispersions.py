"""Dispersions against limits."""

import pytest

from junheng.balance.model import CityVerdict, State
from junheng.publish.tables import dispersions
from tests.publish.conftest import COUNTY


def test_fourteen_rows_with_margin_and_state(city: CityVerdict) -> None:
    rows = dispersions(city, COUNTY).records()
    assert len(rows) == 14
    assert rows[0]["margin"] == pytest.approx(0.5 - 0.1285)
    assert rows[6]["met"] is State.NOT_MET
    assert rows[6]["margin"] < 0


def test_what_is_not_computable_has_no_margin_and_is_not_judged(city: CityVerdict) -> None:
    last = dispersions(city, COUNTY).records()[-1]
    assert (last["dispersion"], last["margin"], last["met"]) == (None, None, State.NOT_JUDGED)


def test_decimals_are_the_official_ones(city: CityVerdict) -> None:
    held = {column.id: column.decimals for column in dispersions(city, COUNTY).columns}
    assert (held["mean"], held["dispersion"], held["limit"]) == (2, 3, 3)


def test_a_county_that_is_not_there_is_refused(city: CityVerdict) -> None:
    with pytest.raises(LookupError, match="999999"):
        dispersions(city, "999999")

"""The files of a siting as a town."""

from pathlib import Path

import numpy as np
import pytest

from junheng.cli.siting_files import Files, Known, read_town
from junheng.cli.town_files import Given
from junheng.seats.faults import UnfitInputError
from junheng.seats.siting import Wish
from tests.cli.town import written


def known(folder: Path, given: Given | None = None, wish: Wish | None = None) -> Known:
    areas, schools, sites, ways = (folder / f"{name}.csv" for name in ("areas", "schools", "sites", "ways"))
    return read_town(Files(areas, schools, sites, [ways], "primary", gcj02=False), given or Given(), wish or Wish())


def test_schools_come_first_and_cost_nothing(tmp_path: Path) -> None:
    found = known(written(tmp_path))
    assert found.places == ["s", "t", "m", "n"]
    assert found.town.seats.tolist() == [50, 40, 30, 30]
    assert found.town.money.tolist() == [0, 0, 5, 8]
    assert found.town.existing.tolist() == [True, True, False, False]
    assert found.town.children.sum() == 125
    assert found.names.site(2) == "m"


def test_costs_nobody_asks_for_may_be_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "sites.csv").write_text("id,lon,lat\nm,113.606,34.70\nn,113.639,34.70\n", encoding="utf-8")
    found = known(folder, Given(site_seats=200))
    assert found.town.seats[2:].tolist() == [200, 200]
    assert not np.any(found.town.money)
    assert "200" in found.given[0].zh
    with pytest.raises(UnfitInputError) as refused:
        known(folder, Given(site_seats=200), Wish(budget=9.0))
    assert [one.code for one in refused.value.faults] == ["column_absent"]

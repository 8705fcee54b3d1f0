"""Files for maps hold the zones where they lie, and only public numbers."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import shapely
from pyogrio.raw import read

from junheng.seats.zoning.editing import move
from junheng.web.workbench.exports import geojson, shapefile
from junheng.web.workbench.hearing import zones_table
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.showing import today_of
from tests.web.workbench.ground import SIDE


def test_geojson_covers_the_county_without_overlap(plan: ZonePlan, land: Land) -> None:
    editing = move(today_of(land), [1], 1)
    held = json.loads(geojson(land, editing, zones_table(plan, land, editing)))
    shapes = [shapely.geometry.shape(one["geometry"]) for one in held["features"]]
    assert sum(one.area for one in shapes) == pytest.approx(12 * SIDE * SIDE)
    assert shapely.union_all(shapes).area == pytest.approx(12 * SIDE * SIDE)
    assert [one["properties"]["pupils"] for one in held["features"]] == [60, 50, 40]
    assert "mean_metres" not in held["features"][0]["properties"]


def test_the_shapefile_opens_with_names_and_a_reference_system(plan: ZonePlan, land: Land, tmp_path: Path) -> None:
    editing = today_of(land)
    with zipfile.ZipFile(io.BytesIO(shapefile(land, editing, zones_table(plan, land, editing)))) as archive:
        assert "取整到十" in archive.read("zones.txt").decode()
        archive.extractall(tmp_path)
    meta, _fids, shapes, fields = read(tmp_path / "zones.shp")
    assert "4490" in meta["crs"]
    assert fields[1].tolist() == ["样例第1小学", "样例第2小学", "样例第3小学"]
    assert shapely.area(shapely.from_wkb(shapes)).sum() == pytest.approx(12 * SIDE * SIDE)

"""The zipped shapefile reads back with its system, its Chinese and its numbers."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pyogrio
import shapely

from junheng.publish.zones import shapefile
from junheng.publish.zones.shapefile import FIELDS

SQUARE = [[[113.0, 34.0], [113.1, 34.0], [113.1, 34.1], [113.0, 34.1], [113.0, 34.0]]]


def zone(school: str, geometry: dict[str, Any] | None, **numbers: float | None) -> dict[str, Any]:
    properties = dict.fromkeys(FIELDS, 1.0) | {"school": school, "county": "上街区"} | numbers
    return {"type": "Feature", "properties": properties, "geometry": geometry}


FEATURES = {
    "type": "FeatureCollection",
    "features": [
        zone("郑州市上街区实验小学", {"type": "Polygon", "coordinates": SQUARE}, pupils=812, mean_metres=None),
        zone("二小", {"type": "MultiPolygon", "coordinates": [SQUARE]}, pupils=90),
        zone("没有学区", None),
    ],
}


def test_it_reads_back(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(shapefile(FEATURES, "学区"))
    meta, _, shapes, columns = pyogrio.raw.read(f"/vsizip/{tmp_path}/z.zip")
    fields = dict(zip(meta["fields"].tolist(), columns, strict=True))
    assert meta["crs"] == "EPSG:4490"
    assert fields["school"].tolist() == ["郑州市上街区实验小学", "二小"]
    assert fields["pupils"].tolist() == [812, 90]
    assert np.isnan(fields["mean_m"][0])
    assert abs(shapely.from_wkb(shapes[0]).area - 0.01) < 1e-9


def test_the_same_zones_give_the_same_bytes() -> None:
    assert shapefile(FEATURES) == shapefile(FEATURES)


def test_all_parts_are_there() -> None:
    with ZipFile(BytesIO(shapefile(FEATURES))) as archive:
        assert {name.rsplit(".", 1)[1] for name in archive.namelist()} == {"shp", "shx", "dbf", "prj", "cpg"}


def test_names_fit_the_format() -> None:
    assert all(len(name) <= 10 for name in FIELDS.values())
    assert len(set(FIELDS.values())) == len(FIELDS)

from pathlib import Path

import numpy as np
import pytest
import shapely
from pyogrio.raw import write

from junheng.facts.layers import UnreadableLayerError, read_lines
from junheng.facts.layers.lines import _tags

STREETS = [[(113.6, 34.7), (113.61, 34.7)], [(113.61, 34.7), (113.62, 34.7), (113.62, 34.71)]]
OSM = """<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="34.7" lon="113.6"/><node id="2" lat="34.7" lon="113.61"/><node id="3" lat="34.71" lon="113.61"/>
<way id="9"><nd ref="1"/><nd ref="2"/>
<tag k="highway" v="residential"/><tag k="oneway" v="yes"/><tag k="foot" v="no"/></way>
<way id="10"><nd ref="2"/><nd ref="3"/><tag k="waterway" v="river"/></way></osm>"""


def layer(
    path: Path, shapes: list[object], kind: str, crs: str | None = "EPSG:4490", **columns: list[str | None]
) -> Path:
    write(
        path,
        shapely.to_wkb(np.array(shapes, dtype=object)),
        [np.array(values, dtype=object) for values in columns.values()],
        list(columns),
        geometry_type=kind,
        crs=crs,
    )
    return path


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson"])
def test_lines_come_with_their_words_from_any_layer(tmp_path: Path, suffix: str) -> None:
    shapes: list[object] = [shapely.LineString(one) for one in STREETS]
    crs = "EPSG:4326" if suffix == "geojson" else "EPSG:4490"
    path = layer(tmp_path / f"roads.{suffix}", shapes, "LineString", crs, highway=["path", None], name=["甲", "乙"])
    found = read_lines(path)
    assert found.at.tolist() == [list(corner) for one in STREETS for corner in one]
    assert found.line.tolist() == [0, 0, 1, 1, 1]
    assert found.words == {"highway": ["path", None]}
    assert found.crs == crs


def test_a_line_in_several_parts_keeps_its_words_in_each(tmp_path: Path) -> None:
    shapes: list[object] = [shapely.MultiLineString(STREETS)]
    found = read_lines(layer(tmp_path / "roads.gpkg", shapes, "MultiLineString", oneway=["yes"]))
    assert found.line.max() == 1
    assert found.words == {"oneway": ["yes", "yes"]}


def test_a_layer_without_a_system_says_so(tmp_path: Path) -> None:
    shapes: list[object] = [shapely.LineString(STREETS[0])]
    with pytest.warns(UserWarning, match="crs"):
        path = layer(tmp_path / "roads.shp", shapes, "LineString", None, highway=["path"])
    assert read_lines(path).crs is None


def test_ways_of_openstreetmap_with_words_from_their_other_tags(tmp_path: Path) -> None:
    path = tmp_path / "town.osm"
    path.write_text(OSM, encoding="utf-8")
    found = read_lines(path)
    assert found.at.tolist() == [[113.6, 34.7], [113.61, 34.7]]
    assert found.words["highway"] == ["residential"]
    assert found.words["oneway"] == ["yes"]
    assert found.words["foot"] == ["no"]
    assert found.words["access"] == [None]


def test_other_tags_with_quotes_and_arrows_in_them() -> None:
    assert _tags(['"name"=>"a \\"b\\", c=>d","foot"=>"no"', None])["foot"] == ["no", None]


def test_what_is_no_layer_of_lines_is_refused_in_both_languages(tmp_path: Path) -> None:
    points: list[object] = [shapely.Point(113.6, 34.7)]
    path = layer(tmp_path / "points.gpkg", points, "Point", name=["x"])
    (tmp_path / "words.gpkg").write_text("no layer at all")
    for bad, layer_name in (
        (path, None),
        (path, "nothing"),
        (tmp_path / "words.gpkg", None),
        (tmp_path / "no.pbf", None),
    ):
        with pytest.raises(UnreadableLayerError, match="/"):
            read_lines(bad, layer_name)

"""The feature collection is GeoJSON that says the numbers of the zones."""

import json

import numpy as np
from shapely import get_parts
from shapely.geometry import shape

from junheng.seats.zoning.editing.editor import begin, move
from junheng.seats.zoning.shapes.features import zone_features
from tests.seats.zoning.editing.boards import board
from tests.seats.zoning.shapes.squares import STEP, squares


def test_one_feature_per_school() -> None:
    editing = move(begin(board()), [1], 1)
    found = json.loads(json.dumps(zone_features(editing, squares(4, 3)), allow_nan=False))
    one, two = found["features"]
    assert (one["properties"]["school"], one["properties"]["county"]) == ("S0", "A")
    assert two["properties"]["arriving"] == editing.board.weight[1]
    assert one["properties"]["areas"] + two["properties"]["areas"] == 12
    assert abs(shape(one["geometry"]).area - one["properties"]["areas"] * STEP**2) < 1e-9
    assert all(part.exterior.is_ccw for part in get_parts(shape(one["geometry"])))


def test_a_zone_in_two_pieces_is_a_multipolygon() -> None:
    plan = np.zeros(12, dtype=np.int64)
    plan[[3, 11]] = 1
    found = zone_features(begin(board(), plan), squares(4, 3))["features"][1]
    assert found["geometry"]["type"] == "MultiPolygon"
    assert found["properties"]["cut_off"] == ["r0c3"]


def test_a_school_without_a_zone_has_no_geometry() -> None:
    found = zone_features(begin(board(), np.zeros(12, dtype=np.int64)), squares(4, 3))
    assert found["features"][1]["geometry"] is None

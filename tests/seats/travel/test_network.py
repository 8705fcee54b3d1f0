import polars as pl
import pytest

from junheng.seats.faults import UnfitInputError
from junheng.seats.travel import MODES, network_of

from .streets import METRE, streets

NODES = pl.DataFrame({"node": ["a", "b", "c"], "lon": [0.0, 100 * METRE, 200 * METRE], "lat": [0.0, 0.0, 0.0]})


def codes(nodes: pl.DataFrame, edges: pl.DataFrame, mode: str = "walk") -> list[str]:
    with pytest.raises(UnfitInputError) as refused:
        network_of(nodes, edges, MODES[mode])
    return [one.code for one in refused.value.faults]


def test_lengths_are_those_given_and_the_straight_line_where_none_is() -> None:
    edges = pl.DataFrame({"u": ["a", "b"], "v": ["b", "c"], "length_m": [130.0, None]})
    assert network_of(NODES, edges, MODES["walk"]).metres.tolist() == pytest.approx([130.0, 100.0])
    assert network_of(NODES, edges.drop("length_m"), MODES["walk"]).metres.tolist() == pytest.approx([100.0, 100.0])


def test_each_mode_has_its_own_ways_and_directions() -> None:
    corners = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (200.0, 0.0)}
    columns: dict[str, list[object]] = {"highway": ["footway", "residential"], "oneway": [None, "yes"]}
    walk, drive = (streets(corners, [("a", "b"), ("b", "c")], mode, **columns) for mode in ("walk", "drive"))
    assert (walk.edges, drive.edges) == (2, 1)
    assert walk.direction.tolist() == [0, 0]
    assert drive.direction.tolist() == [1]
    assert len(walk.arcs()[0]) == 4
    assert [one.tolist() for one in drive.arcs()[:2]] == [[1], [2]]


def test_a_walkable_column_decides_for_people_on_foot_only() -> None:
    corners = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (200.0, 0.0)}
    columns: dict[str, list[object]] = {"highway": ["motorway", "residential"], "walkable": [1, 0]}
    assert streets(corners, [("a", "b"), ("b", "c")], "walk", **columns).tail.tolist() == [0]
    assert streets(corners, [("a", "b"), ("b", "c")], "drive", **columns).edges == 2


def test_every_fault_is_named_at_once() -> None:
    nodes = pl.DataFrame({"node": ["a", "a", "b"], "lon": [0.0, 0.0, 200.0], "lat": [0.0, 0.0, 0.0]})
    edges = pl.DataFrame({"u": ["a", "a"], "v": ["z", "b"], "length_m": [1.0, -2.0]})
    assert sorted(codes(nodes, edges)) == ["edge_without_node", "given_twice", "negative_count", "no_such_place"]
    assert codes(nodes.drop("lon"), edges.drop("v")) == ["column_absent", "column_absent"]


def test_a_network_nobody_may_use_is_refused() -> None:
    edges = pl.DataFrame({"u": ["a"], "v": ["b"], "highway": ["motorway"]})
    assert codes(NODES, edges) == ["no_usable_way"]

"""Where zones break, by hand and against networkx."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.contiguity import beside, breaks, bridge, hinges, pieces
from junheng.seats.zoning.zone_map import Plan
from tests.seats.zoning.editing.boards import board, boards_with_plans


def graph(made: Board, areas: list[int]) -> "nx.Graph[int]":
    found = nx.Graph()
    found.add_nodes_from(areas)
    found.add_edges_from((area, other) for area in areas for other in beside(made.borders, area) if other in areas)
    return found


@settings(max_examples=60, deadline=None)
@given(boards_with_plans())
def test_pieces_are_the_components(case: tuple[Board, Plan]) -> None:
    made, plan = case
    for school, home in enumerate(made.home.tolist()):
        areas = np.flatnonzero(plan == school).tolist()
        found = pieces(made.borders, areas, home)
        assert {frozenset(piece) for piece in found} == set(map(frozenset, nx.connected_components(graph(made, areas))))
        assert home not in areas or home in found[0]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 11), min_size=1))
def test_hinges_are_the_cut_vertices(areas: set[int]) -> None:
    made = board()
    whole = max(nx.connected_components(graph(made, sorted(areas))), key=len)
    home = min(whole)
    found = hinges(made.borders, whole, home)
    assert set(found) == set(nx.articulation_points(graph(made, sorted(whole)))) - {home}
    assert all(home not in hanging and hinge not in hanging for hinge, hanging in found.items())


def test_a_break_names_the_piece_and_the_way_back() -> None:
    made = board(4, 1, (0, 3))
    (found,) = breaks(made, np.array([0, 1, 0, 1]), 0)
    assert (found.piece, found.bridge) == ((2,), (1,))
    (other,) = breaks(made, np.array([0, 1, 0, 1]), 1)
    assert (other.piece, other.bridge) == ((1,), (2,))


def test_an_empty_zone_has_no_break() -> None:
    assert breaks(board(), np.zeros(12, dtype=np.int64), 1) == ()


def test_no_bridge_over_water() -> None:
    made = board(2, 1, (0, 1))
    made.borders.start[:] = 0
    assert bridge(made.borders, [0], [1]) == ()

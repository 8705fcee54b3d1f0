import numpy as np

from junheng.seats.travel.graph import backward_graph, main_piece, row_starts

from .streets import streets

CORNERS = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (200.0, 0.0), "x": (0.0, 900.0), "y": (90.0, 900.0)}


def test_arcs_are_turned_round() -> None:
    network = streets(CORNERS, [("a", "b"), ("b", "c")], "drive", oneway=["yes", "no"])
    graph = backward_graph(network)
    found = {
        (int(np.flatnonzero(graph.place == row)[0]), int(np.flatnonzero(graph.place == graph.heads[arc])[0]))
        for row in range(network.nodes)
        for arc in range(graph.starts[row], graph.starts[row + 1])
    }
    assert found == {(1, 0), (1, 2), (2, 1)}
    assert graph.usual_edge > 99


def test_the_main_piece_is_the_largest_in_which_all_reach_all() -> None:
    edges = [("a", "b"), ("b", "c"), ("x", "y")]
    assert main_piece(streets(CORNERS, edges)).tolist() == [True, True, True, False, False]
    one_way = streets(CORNERS, edges, "drive", oneway=["yes", "no", "no"])
    assert main_piece(one_way).tolist() in ([False, True, True, False, False], [False, False, False, True, True])


def test_rows_begin_where_the_one_before_ends() -> None:
    assert row_starts(np.array([0, 0, 2]), 4).tolist() == [0, 2, 2, 3, 3]

"""How areas hang together."""

import numpy as np

from junheng.seats.assignment import Graph, pieces
from junheng.seats.assignment.pieces import beside, reached

# 0 - 1 - 2   3 - 4
GRAPH = Graph(np.array([0, 1, 3, 4, 5, 6]), np.array([1, 0, 2, 1, 4, 3]))


def test_pieces_come_in_the_order_of_their_first_area() -> None:
    assert pieces(GRAPH, [4, 2, 0, 3]) == [(3, 4), (2,), (0,)]
    assert pieces(GRAPH, range(5)) == [(0, 1, 2), (3, 4)]
    assert pieces(GRAPH, []) == []


def test_only_what_lies_within_is_gone_through() -> None:
    assert reached(GRAPH, 0, range(5)) == {0, 1, 2}
    assert reached(GRAPH, 0, [0, 2]) == {0}
    assert beside(GRAPH, 1) == [0, 2]

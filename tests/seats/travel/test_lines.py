import numpy as np
import pytest

from junheng.seats.travel import MODES, network_of, split_lines

from .streets import METRE


def test_lines_meet_where_they_share_a_corner_and_only_there() -> None:
    crossing = np.array([[0, 0], [100, 0], [200, 0], [100, -50], [100, 0], [100, 50], [50, -50], [50, 50]]) * METRE
    nodes, edges = split_lines(crossing, np.array([0, 0, 0, 1, 1, 1, 2, 2]), {"highway": ["residential", "path", None]})
    assert nodes.height == 7
    assert edges.height == 5
    assert edges["length_m"].to_list() == pytest.approx([100, 100, 50, 50, 100], abs=0.02)
    assert edges["highway"].to_list() == ["residential", "residential", "path", "path", None]
    network = network_of(nodes, edges, MODES["walk"])
    assert np.bincount(np.concatenate([network.tail, network.head])).max() == 4


def test_a_corner_drawn_twice_makes_no_edge() -> None:
    nodes, edges = split_lines(np.array([[0, 0], [0, 0], [50, 0]]) * METRE, np.array([0, 0, 0]), {})
    assert (nodes.height, edges.height) == (2, 1)

"""Distances along roads from many areas to many schools."""

import numpy as np

from junheng.seats.travel.entries import arriving, leaving
from junheng.seats.travel.graph import backward_graph, rows_of
from junheng.seats.travel.network import Network
from junheng.seats.travel.pairs import Pairs, in_order
from junheng.seats.travel.same_street import along_one_street
from junheng.seats.travel.snapping import Snapped


def road_pairs(origins: Snapped, targets: Snapped, network: Network, *, limit: float) -> Pairs:
    """All pairs within ``limit`` metres from the point of an origin to the point of a target, by the shortest way.

    Searches run backwards from the targets, of which there are fewer.
    """
    from junheng.seats.travel.kernel import Reach, Rows, many_to_many

    graph = backward_graph(network)
    seeds, ends = arriving(targets, network), leaving(origins, network)
    sources = len(targets.edge)
    target, origin, metres = many_to_many(
        Rows(*graph.with_sources(seeds.point, seeds.node, seeds.metres, sources)),
        sources,
        Rows(*rows_of(graph.place[ends.node], ends.point, ends.metres, network.nodes + sources)),
        len(origins.edge),
        Reach(float(limit), 1 / max(1.0, graph.usual_edge)),
    )
    near_origin, near_target, near = along_one_street(origins, targets, network)
    close = near <= limit
    area = np.concatenate([origin.astype(np.int64), near_origin[close]])
    return in_order(
        area,
        np.concatenate([target.astype(np.int64), near_target[close]]),
        np.concatenate([metres, near[close]]),
        np.zeros(len(area), dtype=bool),
    )

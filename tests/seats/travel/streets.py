"""Small street networks of the tests."""

import numpy as np
import polars as pl

from junheng.seats.places import RADIUS
from junheng.seats.travel import MODES, Network, Points, network_of

METRE = 180 / np.pi / RADIUS
"""Degrees of a metre along the equator, around which the tests lie."""


def at(*places: tuple[float, float]) -> Points:
    """Points given in metres east and north of nowhere."""
    east, north = np.array(places, dtype=float).reshape(-1, 2).T
    return Points(east * METRE, north * METRE)


def streets(
    corners: dict[str, tuple[float, float]], edges: list[tuple[str, str]], mode: str = "walk", **columns: list[object]
) -> Network:
    """A network of corners in metres; further columns of the edges by name."""
    nodes = pl.DataFrame(
        {
            "node": list(corners),
            "lon": [east * METRE for east, _ in corners.values()],
            "lat": [north * METRE for _, north in corners.values()],
        }
    )
    table = pl.DataFrame({"u": [u for u, _ in edges], "v": [v for _, v in edges], **columns})
    return network_of(nodes, table, MODES[mode])


def town(rng: np.random.Generator, side: int, *, one_way: float = 0.0, missing: float = 0.15) -> Network:
    """A crooked grid of streets, some of them missing, some of them one-way."""
    east, north = np.meshgrid(np.arange(side) * 100.0, np.arange(side) * 100.0)
    number = np.arange(side * side).reshape(side, side)
    u = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    v = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    there = rng.random(len(u)) >= missing
    u, v = u[there], v[there]
    east, north = (one.ravel() + rng.normal(0, 15, side * side) for one in (east, north))
    metres = np.hypot(east[u] - east[v], north[u] - north[v]) * rng.uniform(1, 1.3, len(u))
    directions = rng.choice([0, 1, -1], len(u), p=[1 - one_way, one_way / 2, one_way / 2])
    return Network(east * METRE, north * METRE, u, v, metres, directions.astype(np.int8))


def anywhere(rng: np.random.Generator, count: int, side: int) -> Points:
    """Points in and a little around such a town."""
    return at(*rng.uniform(-60, side * 100.0, (count, 2)))

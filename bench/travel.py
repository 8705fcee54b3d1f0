"""Road distances of 1,500 schools and 10,000 areas within 5 km: this project beside scipy and networkx.

    .venv/bin/python bench/travel.py [--seed 1] [--side 450] [--networkx 5]
    .venv/bin/python bench/travel.py --data DIR        # Porto Alegre: DIR/osm/porto_alegre_*.csv

The town is a crooked grid of 110 m with a fifth of its streets removed. All stand on nodes, so that every method does
the same work; the pairs and the sum of their metres are compared. networkx is timed on a few schools and scaled up.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from junheng.seats.places import RADIUS
from junheng.seats.travel import MODES, Network, Points, check_roads, network_of, travel
from junheng.seats.travel.graph import backward_graph, rows_of
from junheng.seats.travel.kernel import Reach, Rows, many_to_many

LIMIT = 5000.0
BLOCK, CROOKED, MISSING = 110.0, 10.0, 0.2
SCHOOLS, AREAS = 1500, 10_000
CHUNK = 50
METRE = 180 / np.pi / RADIUS

Ints = NDArray[np.int64]


def town(rng: np.random.Generator, side: int) -> Network:
    east, north = (one.ravel() * BLOCK for one in np.meshgrid(np.arange(side), np.arange(side)))
    east, north = east + rng.normal(0, CROOKED, side**2), north + rng.normal(0, CROOKED, side**2)
    number = np.arange(side**2).reshape(side, side)
    u = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    v = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    there = rng.random(len(u)) >= MISSING
    u, v = u[there], v[there]
    metres = np.hypot(east[u] - east[v], north[u] - north[v])
    return Network(east * METRE, north * METRE, u, v, metres, np.zeros(len(u), dtype=np.int8))


def ours(network: Network, schools: Ints, areas: Ints) -> tuple[int, float]:
    """Laying out the graph is part of the work."""
    graph = backward_graph(network)
    nothing, who = np.zeros(len(schools)), np.arange(len(schools))
    found = many_to_many(
        Rows(*graph.with_sources(who, schools, nothing, len(schools))),
        len(schools),
        Rows(*rows_of(graph.place[areas], np.arange(len(areas)), np.zeros(len(areas)), network.nodes + len(schools))),
        len(areas),
        Reach(LIMIT, 1 / graph.usual_edge),
    )
    return len(found[0]), float(found[2].sum())


def by_scipy(network: Network, schools: Ints, areas: Ints) -> tuple[int, float]:
    from_, to, metres = network.arcs()
    graph = coo_array((metres, (from_, to)), shape=(network.nodes, network.nodes)).tocsr()
    count, total = 0, 0.0
    for begin in range(0, len(schools), CHUNK):
        found = dijkstra(graph, indices=schools[begin : begin + CHUNK], limit=LIMIT)[:, areas]
        near = found[np.isfinite(found)]
        count, total = count + len(near), total + float(near.sum())
    return count, total


def by_networkx(graph: Any, schools: Ints, areas: Ints) -> tuple[int, float]:
    wanted, count, total = set(areas.tolist()), 0, 0.0
    for school in schools.tolist():
        near = nx.single_source_dijkstra_path_length(graph, school, cutoff=LIMIT)
        held = [metres for node, metres in near.items() if node in wanted]
        count, total = count + len(held), total + sum(held)
    return count, total


def timed(work: Callable[[], tuple[int, float]]) -> tuple[float, float, tuple[int, float]]:
    """Wall clock, processor time, result."""
    began, busy = time.perf_counter(), time.process_time()
    result = work()
    return time.perf_counter() - began, time.process_time() - busy, result


def synthetic(seed: int, side: int, sample: int) -> None:
    rng = np.random.default_rng(seed)
    network = town(rng, side)
    schools, areas = (rng.choice(network.nodes, count, replace=False) for count in (SCHOOLS, AREAS))
    print(
        f"{network.nodes:,} nodes, {network.edges:,} two-way edges; {SCHOOLS:,} schools, {AREAS:,} areas, {LIMIT:g} m"
    )
    ours(network, schools[:2], areas)
    wall, busy, mine = timed(lambda: ours(network, schools, areas))
    print(f"{'ours':<24}{wall:8.2f} s wall {busy:8.2f} s cpu   {mine[0]:,} pairs, {mine[1]:.3f} m")
    their_wall, their_busy, theirs = timed(lambda: by_scipy(network, schools, areas))
    print(
        f"{'scipy dijkstra(limit)':<24}{their_wall:8.2f} s wall {their_busy:8.2f} s cpu   ratio {their_busy / busy:.1f}"
    )
    assert theirs[0] == mine[0]
    assert abs(theirs[1] - mine[1]) < 1e-6 * mine[1]
    graph = nx.Graph()
    graph.add_weighted_edges_from(
        zip(network.tail.tolist(), network.head.tolist(), network.metres.tolist(), strict=True)
    )
    _, slow, few = timed(lambda: by_networkx(graph, schools[:sample], areas))
    scaled = slow * SCHOOLS / sample
    print(f"{f'networkx, {sample} schools':<24}{scaled:8.1f} s cpu, scaled up                ratio {scaled / busy:.0f}")
    assert few == tuple(by_scipy(network, schools[:sample], areas)) or few[0] > 0


def porto_alegre(data: Path) -> None:
    folder = data / "osm"
    cells = pl.read_csv(folder / "porto_alegre_hexgrid.csv")
    nodes, edges = (
        pl.read_csv(folder / f"porto_alegre_{name}.csv", infer_schema_length=None) for name in ("nodes", "edges")
    )
    taught = cells.filter(pl.col("schools") > 0)
    homes, goals = (Points(one["lon"].to_numpy(), one["lat"].to_numpy()) for one in (cells, taught))
    network = network_of(nodes, edges, MODES["walk"])
    travel(homes, goals, network, limit=LIMIT)
    began = time.perf_counter()
    found = travel(homes, goals, network, limit=LIMIT)
    wall = time.perf_counter() - began
    assert found.areas is not None
    assert found.schools is not None
    told = check_roads(found.pairs, found.areas, found.schools, network, limit=LIMIT, schools=len(goals))
    off = int((~found.areas.on_road).sum()), int((~found.schools.on_road).sum())
    moved = int((found.areas.on_road & np.isfinite(found.areas.passed)).sum())
    nearest = found.pairs.matrix(len(homes), len(goals)).min(axis=1)
    people = cells["population"].to_numpy()
    print(f"Porto Alegre: {network.nodes:,} nodes, {network.edges:,} edges; {len(homes):,} cells, {len(goals)} taught")
    print(f"{len(found.pairs):,} pairs, {int(found.pairs.straight.sum())} straight; {wall:.2f} s with snapping")
    print(f"off the network: {off[0]} cells, {off[1]} schools; moved past a dead end: {moved} cells")
    print(f"all {told.schools} schools computed again by scipy: {told.pairs:,} pairs, {told.apart:.1e} m apart at most")
    for metres in (500, 1000):
        print(f"{people[nearest <= metres].sum() / people.sum():.1%} of {people.sum():,} people within {metres} m")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--side", type=int, default=450)
    asked.add_argument("--networkx", type=int, default=5, help="schools that networkx is timed on")
    asked.add_argument("--data", type=Path, help="folder that holds osm/porto_alegre_*.csv")
    told = asked.parse_args()
    if told.data:
        porto_alegre(told.data)
    else:
        synthetic(told.seed, told.side, told.networkx)


if __name__ == "__main__":
    main()

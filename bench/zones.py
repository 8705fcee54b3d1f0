"""Zones of Loudoun County redrawn from today's plan: ours, a plain hill climber in the same time, the published best.

    python bench/zones.py --data DIR [--seconds 60] [--levels ELEM MID]

DIR holds ``lcps_units.csv``, ``lcps_adjacency.csv``, ``lcps_schools.csv``, ``lcps_existing_plan_<LEVEL>.csv`` and
``published_results.csv``. The hill climber is what one would write with networkx: give a border area to a neighbouring
zone when both stay connected and the objective falls. Every plan is checked with networkx. Besides: how long one move
of the editor takes on 10,000 areas and 1,500 schools. Ends with 1 when a published best is not beaten or an edit takes
longer than 50 ms.
"""

import argparse
import csv
import json
import math
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import networkx as nx
import numpy as np

from junheng.cli.zone_files import read_zone_files
from junheng.seats.zoning import ZoneMap, objective, zoning_case
from junheng.seats.zoning.editing import Board, Nearness, begin, county_numbers, move, straight, whole_numbers
from junheng.seats.zoning.mend import mended
from junheng.seats.zoning.zone_map import Plan, neighbours


def published(folder: Path, level: str, start: str) -> float:
    """The best of all runs and methods from one kind of start."""
    with (folder / "published_results.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == level and row["init"] == start]
    return min(float(row["final_best"]) for row in rows)


def ours(folder: Path, level: str, seconds: float) -> tuple[dict[str, object], float]:
    """The command as a user runs it, and its wall time."""
    began = time.monotonic()
    plan = folder / f"lcps_existing_plan_{level}.csv"
    asked = ["solve", "zones", str(folder), "--level", level, "--seed-plan", str(plan), "--seconds", str(seconds)]
    code = "from junheng.cli import app; app()"
    command = [sys.executable, "-c", code, *asked, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout), time.monotonic() - began


def graph(land: ZoneMap) -> "nx.Graph[int]":
    found = nx.Graph()
    found.add_nodes_from(range(len(land.areas)))
    for area in range(len(land.areas)):
        for at in range(land.start[area], land.start[area + 1]):
            found.add_edge(area, int(land.neighbour[at]), length=float(land.border[at]))
    return found


def holds(land: ZoneMap, plan: Plan) -> bool:
    """Whether every zone is connected and holds its school, by networkx."""
    whole = graph(land)
    zones = [np.flatnonzero(plan == school).tolist() for school in range(len(land.schools))]
    return all(
        int(land.home[school]) in zone and nx.is_connected(whole.subgraph(zone)) for school, zone in enumerate(zones)
    )


def climb(land: ZoneMap, plan: Plan, seconds: float, seed: int = 0) -> Plan:
    """First improvement over the borders in random order until nothing helps or the time is over."""
    whole, dice, until = graph(land), random.Random(seed), time.monotonic() + seconds  # noqa: S311
    homes = set(land.home.tolist())
    at: list[int] = plan.tolist()
    zones: dict[int, set[int]] = {school: set() for school in range(len(land.schools))}
    for area, school in enumerate(at):
        zones[school].add(area)

    def cost(school: int, areas: set[int]) -> float:
        outline = sum(float(land.perimeter[area]) for area in areas)
        outline -= 2 * sum(length for _, _, length in whole.subgraph(areas).edges(data="length"))
        surface = sum(float(land.surface[area]) for area in areas)
        full = (sum(float(land.pupils[area]) for area in areas) + 0.001) / (float(land.seats[school]) + 1e-5)
        return 0.7 * abs(1 - full) + 0.3 * (1 - 4 * math.pi * surface / outline**2)

    def helps(area: int, to: int) -> bool:
        old = at[area]
        left, grown = zones[old] - {area}, zones[to] | {area}
        before = cost(old, zones[old]) + cost(to, zones[to])
        return cost(old, left) + cost(to, grown) < before - 1e-12 and nx.is_connected(whole.subgraph(left))

    moved = True
    while moved and time.monotonic() < until:
        moved = False
        pairs = [(area, other) for area in whole for other in whole[area] if at[area] != at[other]]
        dice.shuffle(pairs)
        for area, other in pairs:
            to = at[other]
            if time.monotonic() >= until:
                break
            if area not in homes and at[area] != to and helps(area, to):
                zones[at[area]].discard(area)
                zones[to].add(area)
                at[area] = to
                moved = True
    return np.array(at, dtype=np.int64)


def city(areas: int = 10_000, schools: int = 1_500) -> Board:
    """A square city of blocks, schools spread over it, everyone to the nearest."""
    dice, width = np.random.default_rng(1), round(areas**0.5)
    size = width * width
    at = np.array([(200.0 * (area % width), 200.0 * (area // width)) for area in range(size)])
    home = dice.choice(size, schools, replace=False)
    distances = straight(at, at[home])
    nearest = np.array([int(((at[home] - point) ** 2).sum(axis=1).argmin()) for point in at])
    across = [(area, area + 1, 200.0) for area in range(size) if (area + 1) % width]
    down = [(area, area + width, 200.0) for area in range(size - width)]
    return Board(
        areas=tuple(f"a{area}" for area in range(size)),
        grades=tuple("123456"),
        schools=tuple(f"s{school}" for school in range(schools)),
        counties=tuple(f"c{county}" for county in range(16)),
        pupils=dice.integers(0, 25, (size, 6)).astype(float),
        borders=neighbours(size, across + down),
        seats=np.full(schools, 540.0),
        classes=np.full((schools, 6), 2.0),
        home=home,
        county=np.arange(schools) % 16,
        distances=distances,
        today=nearest,
        class_norm=45,
        nearness=Nearness(radius=500, nearest=True),
    )


def edits(count: int = 300) -> tuple[float, float]:
    """Median and longest milliseconds of one move with all numbers a page shows."""
    board = city()
    editing, dice, taken = begin(board), np.random.default_rng(2), []
    homes = set(board.home.tolist())
    while len(taken) < count:
        area = int(dice.integers(len(board.areas)))
        beside = board.borders.neighbour[board.borders.start[area] : board.borders.start[area + 1]]
        to = int(editing.plan[dice.choice(beside)])
        if area in homes or to == editing.plan[area]:
            continue
        began = time.perf_counter()
        editing = move(editing, [area], to)
        whole_numbers(board, editing.standing)
        for county in {int(board.county[school]) for school in editing.touched}:
            county_numbers(board, editing.standing, county)
        taken.append(1000 * (time.perf_counter() - began))
    return median(taken), max(taken)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--levels", nargs="+", default=["ELEM", "MID"])
    chosen = parser.parse_args()
    missed = False
    print("level   today  mended  climber     ours  published(today)  published(any)  ours s  contiguous")
    for level in chosen.levels:
        found, wall = ours(chosen.data, level, chosen.seconds)
        case = zoning_case(read_zone_files(chosen.data, chosen.data / f"lcps_existing_plan_{level}.csv"), level)
        land, schools = case.land, {name: at for at, name in enumerate(case.districts)}
        assignment = found["assignment"]
        assert isinstance(assignment, dict)
        plan = np.array([schools[assignment[area]] for area in land.areas])
        first = mended(land, case.plan)
        climbed = climb(land, first, chosen.seconds)
        assert holds(land, climbed)
        value, best = objective(land, plan), published(chosen.data, level, "existing")
        any_best = min(best, published(chosen.data, level, "seeded"))
        values = [objective(land, one) for one in (case.plan, first, climbed, plan)]
        print(
            f"{level:5} {values[0]:8.5f} {values[1]:7.4f} {values[2]:8.4f} "
            f"{value:8.5f} {best:17.5f} {any_best:15.5f} {wall:7.1f}  {holds(land, plan)}"
        )
        missed |= value >= any_best or not holds(land, plan)
    middle, longest = edits()
    print(f"one edit on 10,000 areas x 1,500 schools: median {middle:.2f} ms, longest {longest:.2f} ms of {300}")
    return 1 if missed or longest > 50 else 0


if __name__ == "__main__":
    sys.exit(main())

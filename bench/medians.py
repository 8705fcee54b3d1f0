"""Capacitated p-median and facility location: ours, the best values of the literature, and plain HiGHS beside them.

    python bench/medians.py --data DIR [--only cpmp01,SJC1] [--seconds 60] [--peer]

``DIR`` holds ``cpmp/best_known.csv`` and ``sscflp/instances_and_optimal_values.csv`` with the files they name. Each
instance is solved in this process by ours and, with ``--peer``, by HiGHS on the compact model with the same time on one
thread: the model a user would write first. Distances above the best known and gaps are in percent. Compiling the loops
is not counted. Every answer of ours has passed the checker.
"""

import argparse
import csv
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np

from junheng.seats.medians import Problem, read_facilities, read_points, solve

HEAD = f"{'instance':12} {'ours':>14} {'best known':>14} {'above %':>9} {'bound':>14} {'gap %':>7} {'s':>6}"
PEER = f" {'HiGHS':>14} {'above %':>9} {'its gap %':>9} {'s':>6} {'HiGHS/ours':>10}"


@dataclass(frozen=True)
class Instance:
    name: str
    problem: Problem
    known: float


def medians(folder: Path) -> Iterator[Instance]:
    with (folder / "best_known.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rule = "floor" if "floor" in row["distance_rule"] else "euclid"
            text = (folder / row["file"]).read_text(encoding="utf-8")
            yield Instance(row["instance"], read_points(text, int(row["p"]), rule), float(row["best_known"]))


def facilities(folder: Path) -> Iterator[Instance]:
    with (folder / "instances_and_optimal_values.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name = f"{row['set_dir']}/{row['instance']}"
            text = (folder / name).read_text(encoding="utf-8")
            yield Instance(name, read_facilities(text), float(row["optimal_or_best_value(os file)"]))


def plain(problem: Problem, seconds: float) -> tuple[float, float, float]:
    """Objective, bound and seconds of HiGHS on the compact model, every customer to every site."""
    from junheng.seats.medians.binary import best_binary
    from junheng.seats.medians.exact import compact
    from junheng.seats.medians.reduce import Kept

    customers, sites = (part.ravel() for part in np.indices(problem.cost.shape))
    program = compact(problem, Kept(customers, sites))
    began = time.perf_counter()
    found = best_binary(program, np.zeros(program.cost.size, bool), seconds)
    took = time.perf_counter() - began
    if found is None:
        return math.inf, 0.0, took
    cost = math.inf if found.chosen is None else float(program.cost[found.chosen].sum())
    return cost, found.bound, took


def line(one: Instance, seconds: float, peer: bool) -> tuple[str, float]:
    answer = solve(one.problem, seconds)
    objective = math.inf if answer.objective is None else answer.objective
    above = 100 * (objective / one.known - 1)
    gap = math.nan if answer.gap is None else 100 * answer.gap
    bound = answer.bound or 0.0
    text = f"{one.name:12} {objective:14.3f} {one.known:14.3f} {above:+9.4f}"
    text += f" {bound:14.3f} {gap:7.3f} {answer.seconds:6.1f}"
    if peer:
        cost, below, took = plain(one.problem, seconds)
        theirs = 100 * (cost / below - 1) if below > 0 else math.nan
        text += f" {cost:14.3f} {100 * (cost / one.known - 1):+9.4f} {theirs:9.3f}"
        text += f" {took:6.1f} {cost / objective:10.5f}"
    return text, above


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default="", help="names, by commas; the beginning of a name is enough")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--peer", action="store_true", help="run HiGHS too")
    given = parser.parse_args()
    wanted = tuple(filter(None, given.only.split(","))) or ("",)
    print(HEAD + (PEER if given.peer else ""))
    found = []
    for one in (*medians(given.data / "cpmp"), *facilities(given.data / "sscflp")):
        if one.name.startswith(wanted):
            text, above = line(one, given.seconds, given.peer)
            print(text, flush=True)
            found.append(above)
    best = sum(above < 1e-4 for above in found)
    print(f"{len(found)} instances, {best} at the best known or below")
    print(f"above it: mean {mean(found):+.4f} %, worst {max(found):+.4f} %")


if __name__ == "__main__":
    main()

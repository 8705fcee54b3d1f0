"""Capacitated p-median and facility location: ours, the best values of the literature, and plain HiGHS beside them.

    python bench/medians.py --data DIR [--sets osman,sjc,large] [--only cpmp01,SJC1] [--seconds 60] [--peer osman,sjc]
                            [--minutes 60] [--table FILE.csv]

``DIR`` holds ``cpmp/best_known.csv`` and ``sscflp/instances_and_optimal_values.csv`` with the files they name. The sets
are ``osman`` and ``sjc`` (60 s each instance), ``large`` (300 s), ``delmaire`` and ``holmberg`` (60 s). Ours solves in
this process; in the sets named by ``--peer`` HiGHS then gets the compact model, which a user would write first, and as
long as ours was given, on one thread. Compiling the loops is not counted; on a busy machine the CPU seconds of ours say
how long it could work. Every answer of ours has passed the checker.

The table is printed as Markdown; distances above the best known and gaps are in percent. With ``--table`` rows are kept
in a file, and what stands there already is not run again. ``--minutes`` bounds the whole of ours: what instances proven
early leave over goes to those that follow, up to their seconds.
"""

import argparse
import csv
import math
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from statistics import mean

import numpy as np

from junheng.seats.medians import Problem, read_facilities, read_points, solve

SECONDS = {"osman": 60.0, "sjc": 60.0, "large": 300.0, "delmaire": 60.0, "holmberg": 60.0}
FOLDERS = {"osman_christofides_cpmp": "osman", "lorena_senne_sjc": "sjc", "stefanello": "large"}
FOLDERS |= {"Lib_1": "delmaire", "Lib_2": "holmberg"}
HEAD = "instance|best known|ours|above %|bound|gap %|s|CPU s|HiGHS|above %|its gap %|s"


@dataclass(frozen=True)
class Instance:
    kind: str
    name: str
    known: float
    read: Callable[[], Problem]


@dataclass(frozen=True)
class Row:
    """What was found; nan: not run, or nothing to say; an infinite value: no answer in the time."""

    kind: str
    name: str
    known: float
    given: float
    value: float
    bound: float
    seconds: float
    cpu: float = math.nan
    peer_value: float = math.nan
    peer_bound: float = math.nan
    peer_seconds: float = math.nan

    @property
    def above(self) -> float:
        return 100 * (self.value / self.known - 1)

    def __str__(self) -> str:
        ours = (
            f"{self.value:.3f}|{self.above:+.4f}|{self.bound:.3f}|{gap(self.value, self.bound):.3f}|{self.seconds:.1f}"
            f"|{self.cpu:.1f}"
        )
        if math.isnan(self.peer_value):
            return f"|{self.name}|{self.known:.3f}|{ours}|||||"
        above = 100 * (self.peer_value / self.known - 1)
        theirs = (
            f"{self.peer_value:.3f}|{above:+.4f}|{gap(self.peer_value, self.peer_bound):.3f}|{self.peer_seconds:.1f}"
        )
        return f"|{self.name}|{self.known:.3f}|{ours}|{theirs}|"


def gap(value: float, bound: float) -> float:
    """Percent above the bound."""
    return 100 * (value / bound - 1) if bound > 0 else math.nan


def medians(folder: Path) -> Iterator[Instance]:
    with (folder / "best_known.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rule = "floor" if "floor" in row["distance_rule"] else "euclid"

            def read(file: Path = folder / row["file"], p: int = int(row["p"]), rule: str = rule) -> Problem:
                return read_points(file.read_text(encoding="utf-8"), p, "floor" if rule == "floor" else "euclid")

            yield Instance(FOLDERS[Path(row["file"]).parts[0]], row["instance"], float(row["best_known"]), read)


def facilities(folder: Path) -> Iterator[Instance]:
    with (folder / "instances_and_optimal_values.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name = f"{row['set_dir']}/{row['instance']}"

            def read(file: Path = folder / name) -> Problem:
                return read_facilities(file.read_text(encoding="utf-8"))

            yield Instance(FOLDERS[row["set_dir"]], name, float(row["optimal_or_best_value(os file)"]), read)


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


def used() -> float:
    """CPU seconds of this process and those it waited for."""
    return sum(os.times()[:4])


def ours(one: Instance, seconds: float) -> Row:
    problem = one.read()
    began = used()
    answer = solve(problem, seconds)
    cpu = used() - began
    value = math.inf if answer.objective is None else answer.objective
    return Row(one.kind, one.name, one.known, seconds, value, answer.bound or 0.0, answer.seconds, cpu)


def with_peer(one: Instance, row: Row) -> Row:
    value, bound, took = plain(one.read(), row.given)
    return replace(row, peer_value=value, peer_bound=bound, peer_seconds=took)


def kept(table: Path | None) -> dict[str, Row]:
    """The rows that stand in the table."""
    if table is None or not table.exists():
        return {}
    with table.open(encoding="utf-8") as lines:
        return {
            row["name"]: Row(row["kind"], row["name"], *(float(row[one.name]) for one in fields(Row)[2:]))
            for row in csv.DictReader(lines)
        }


def keep(table: Path | None, rows: dict[str, Row]) -> None:
    if table is not None:
        with table.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, [one.name for one in fields(Row)])
            writer.writeheader()
            writer.writerows(asdict(row) for row in rows.values())


def summed(rows: list[Row]) -> Iterator[str]:
    """A line for every set."""
    for kind in dict.fromkeys(row.kind for row in rows):
        found = [row.above for row in rows if row.kind == kind]
        best, below = (sum(above < edge for above in found) for edge in (1e-4, -1e-4))
        yield (
            f"{kind}: {len(found)} instances, {best} at the best known or below ({below} below); "
            f"above it: mean {mean(found):+.4f} %, worst {max(found):+.4f} %"
        )


def shared(left: list[float], until: float) -> float:
    """Seconds for the first of those ``left``: its share of the time until then, at most what it was given."""
    return max(1.0, min(left[0], (until - time.perf_counter()) * left[0] / sum(left)))


def run(wanted: list[Instance], given: argparse.Namespace) -> list[Row]:
    """Ours for all, then the peer; printed and kept as they come."""
    rows, names = kept(given.table), {one.name for one in wanted}
    print(f"|{HEAD}|\n|" + "---|" * (HEAD.count("|") + 1))
    for name in sorted(names & rows.keys()):
        print(rows[name])
    until = time.perf_counter() + given.minutes * 60
    missing = [one for one in wanted if one.name not in rows]
    if missing:
        ours(missing[0], 0.1)  # compiles the loops
    limits = [given.seconds or SECONDS[one.kind] for one in missing]
    for at, one in enumerate(missing):
        rows[one.name] = ours(one, shared(limits[at:], until))
        print(rows[one.name], flush=True)
        keep(given.table, rows)
    for one in wanted:
        if one.kind in given.peer.split(",") and math.isnan(rows[one.name].peer_value):
            rows[one.name] = with_peer(one, rows[one.name])
            print(rows[one.name], flush=True)
            keep(given.table, rows)
    return [row for name, row in rows.items() if name in names]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sets", default="osman,sjc,large,delmaire,holmberg", help="by commas")
    parser.add_argument("--only", default="", help="names, by commas; the beginning of a name is enough")
    parser.add_argument("--seconds", type=float, help="per instance; without it as the set has it")
    parser.add_argument("--minutes", type=float, default=math.inf, help="for all of ours together")
    parser.add_argument("--peer", default="", help="sets in which HiGHS runs too, by commas")
    parser.add_argument("--table", type=Path, help="CSV of the rows; those in it are not run again")
    given = parser.parse_args()
    sets, names = given.sets.split(","), tuple(filter(None, given.only.split(","))) or ("",)
    found = (*medians(given.data / "cpmp"), *facilities(given.data / "sscflp"))
    wanted = [one for kind in sets for one in found if one.kind == kind and one.name.startswith(names)]
    print("\n" + "\n".join(summed(run(wanted, given))))


if __name__ == "__main__":
    main()

"""Several ways at once on seeded synthetic counties, beside SCIP on the same problem and the way by hand.

    python bench/remedy_levers.py            30 counties, ours, SCIP and by hand
    python bench/remedy_levers.py --shared   30 counties of two sections, one school in four in both of them

Ours and SCIP get the same schools, ways and limits, all dispersions and the same time; SCIP has the cones as they are.
By hand, every failing school is raised to the threshold in everything by the cheapest way that is left for each
quantity, then the lowest schools, one step after the other, until the dispersions fit. Every plan of ours and of the
way by hand is checked by the engine's own checker (SCIP keeps limits to its tolerance, and is not charged for it).
Prices, limits and counties are made up.
"""

import argparse
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from junheng.balance import evaluate
from junheng.balance.remedy import Cap, Costs, Limits, Way, set_out
from junheng.balance.remedy.problem import Changes
from junheng.balance.remedy.ways.checker import faults_of
from junheng.balance.remedy.ways.county import County, Done
from junheng.balance.remedy.ways.levers import Levers
from junheng.balance.remedy.ways.solve import solved_by_ways
from junheng.policy import load_standard
from junheng.programs import Solver
from remedy_counties import COSTS, county
from remedy_rivals import scip_cone

Floats = np.ndarray[Any, np.dtype[np.float64]]
WAYS = (
    Way("train", "L1", {"L1": 1.0}, 6_000.0, Cap(per_school=3)),
    Way("recognise", "L2", {"L2": 1.0}, 3_000.0, Cap(per_school=2)),
    Way("convert", "L4", {"L4": 1.0}, 900.0, Cap(per_school=150)),
    Way("hire", "art", {"L1": 1.0, "L3": 1.0}, 125_000.0),
    Way("build", "media", {"L4": 80.0, "L7": 1.0}, 250_000.0),
)
GIVEN = Costs(COSTS, limits=Limits(posts=Cap(per_school=6)), ways=WAYS)
IN_BOTH = 4
"""One school in so many is in both sections, where they are planned together."""
SHARED = ("L4", "L5", "L6", "L7")
GAP = 1e-3


def counties(number: int, seed: int, *, shared: bool) -> Iterator[County]:
    """Synthetic counties of 30 to 60 schools a section, with all ways."""
    rng, law = np.random.default_rng(seed), load_standard("jiaodu-2017-6")
    for at in range(number):
        schools, one, other = int(rng.integers(30, 61)), int(rng.integers(1 << 30)), int(rng.integers(1 << 30))
        code = f"99{at:04d}"
        parts = [county(one, schools, code, "primary" if shared or at % 2 == 0 else "junior")]
        parts += [county(other, schools, code, "junior")] if shared else []
        shares = _shares(parts) if shared else None
        if shared:
            parts[1] = _renamed(parts[1])
        for group in set_out(evaluate(pl.concat(parts), law), GIVEN, None, shares).groups:
            yield group.county


def _renamed(table: pl.DataFrame) -> pl.DataFrame:
    """Only one school in four has the code of one in the other section."""
    own = [code if at % IN_BOTH == 0 else f"{code}J" for at, code in enumerate(table["school_code"])]
    return table.with_columns(pl.Series("school_code", own))


def _shares(parts: Sequence[pl.DataFrame]) -> dict[tuple[str, str, str], float]:
    """By pupils, for the schools in both sections."""
    found = {}
    for code, one, other in zip(parts[0]["school_code"], parts[0]["pupils"], parts[1]["pupils"], strict=True):
        for id_ in SHARED:
            found[code, "primary", id_] = one / (one + other)
            found[code, "junior", id_] = other / (one + other)
    return {key: share for at, (key, share) in enumerate(found.items()) if at // (2 * len(SHARED)) % IN_BOTH == 0}


def scip(given: County, seconds: float) -> tuple[float, float]:
    """Cost and bound by SCIP: every way at every school a variable, the cones as they are."""
    from pyscipopt import Model, quicksum

    model = Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    model.setParam("limits/gap", GAP)
    amounts: list[dict[tuple[int, int], Any]] = []
    costs = []
    for section, levers in enumerate(given.parts):
        held: dict[tuple[int, int], Any] = {}
        for school, way in np.argwhere(levers.most > 0).tolist():
            twin = next((one for one, there, at in given.mirrors if there == (section, school) and at == way), None)
            if twin is not None:
                held[school, way] = amounts[twin[0]][twin[1], way]
                continue
            whole, most = bool(levers.whole[way]), float(levers.most[school, way])
            held[school, way] = model.addVar(
                vtype="I" if whole else "C", lb=float(levers.least[school, way]), ub=most if np.isfinite(most) else None
            )
            costs.append(float(levers.cost[way]) / 1e4 * held[school, way])
        amounts.append(held)
        if levers.posts is not None:
            for school, free in enumerate(levers.posts.tolist()):
                hires = [held[school, way] for way in np.flatnonzero(levers.hires).tolist()]
                model.addCons(quicksum(hires) <= free)
    for levers, held in zip(given.parts, amounts, strict=True):
        _demands(model, levers, held)
    model.setObjective(quicksum(costs))
    model.optimize()
    cost = model.getObjVal() * 1e4 if model.getNSols() else float("inf")
    return cost, model.getDualbound() * 1e4


def _demands(model: Any, levers: Levers, held: dict[tuple[int, int], Any]) -> None:
    """Schools pass, and dispersions keep their limits."""
    from pyscipopt import quicksum

    problem = levers.problem
    n, m = problem.base.shape
    exempt = [[model.addVar(vtype="B") for _ in range(m)] for _ in range(n)]
    for i in range(n):
        model.addCons(quicksum(exempt[i]) <= problem.exempt)
    for j in range(m):
        value = []
        for i in range(n):
            ways = [way for way in np.flatnonzero(levers.counts[:, j]).tolist() if (i, way) in held]
            added = quicksum(float(levers.counts[way, j]) * held[i, way] for way in ways)
            low, less = float(problem.lowest[i, j]), float(problem.saving[i, j])
            model.addCons(float(problem.unit[i, j]) * (added + less * exempt[i][j] - low) >= 0)
            value.append(float(problem.base[i, j]) + float(problem.unit[i, j]) * added)
        scip_cone(model, problem, j, value)


class ByHand:
    """An office with a list of prices: each quantity by its cheapest way that is left, school after school."""

    def __init__(self, given: County) -> None:
        self.given = given
        self.amounts = [one.least.copy() for one in given.parts]

    def plan(self) -> tuple[Done, ...]:
        for section, levers in enumerate(self.given.parts):
            problem = levers.problem
            failing = ((problem.full > 0).sum(axis=1) > problem.exempt) | (problem.floor > 0).any(axis=1)
            for school in np.flatnonzero(failing).tolist():
                for at in range(len(problem.indicators)):
                    self.raised(section, school, at, float(problem.full[school, at]))
        again = True
        while again:
            again = False
            for section in range(len(self.given.parts)):
                again |= self.levelled(section)
        added = self.given.added(self.amounts)
        return tuple(Done(one, Changes.of(more)) for one, more in zip(self.amounts, added, strict=True))

    def raised(self, section: int, school: int, at: int, full: float) -> None:
        """One quantity up to what passing asks, by the cheapest ways that are left."""
        levers = self.given.parts[section]
        ways: list[int] = np.flatnonzero(levers.counts[:, at]).tolist()
        for way in sorted(ways, key=lambda one: levers.cost[one] / levers.counts[one, at]):
            lacking = full - float(self.given.added(self.amounts)[section][school, at])
            if lacking <= 1e-7:
                return
            step = float(levers.step[way])
            wanted = np.ceil(lacking / levers.counts[way, at] / step - 1e-9) * step
            self.more(section, school, way, float(min(wanted, self.room(section, school, way))))

    def room(self, section: int, school: int, way: int) -> float:
        levers = self.given.parts[section]
        room = levers.most[school, way] - self.amounts[section][school, way]
        if levers.hires[way] and levers.posts is not None:
            room = min(room, levers.posts[school] - self.amounts[section][school, levers.hires].sum())
        return float(room)

    def more(self, section: int, school: int, way: int, amount: float) -> None:
        self.amounts[section][school, way] = round(self.amounts[section][school, way] + amount, 6)
        self.amounts = self.given.equal(self.amounts)

    def levelled(self, section: int) -> bool:
        """The lowest school up, one step after the other, until every dispersion fits; whether anything was done."""
        levers, done = self.given.parts[section], False
        problem = levers.problem
        for at in range(len(problem.indicators)):
            weight, limit = problem.weight[:, at], problem.limit[at]
            while True:
                value = problem.base[:, at] + problem.unit[:, at] * self.given.added(self.amounts)[section][:, at]
                if np.sqrt(weight @ (value - weight @ value) ** 2) <= limit * (weight @ value):
                    break
                done = True
                lowest = int(np.argmin(value))
                now = float(self.given.added(self.amounts)[section][lowest, at])
                step = 1.0 if problem.whole[at] else float(np.ceil(0.01 / problem.unit[lowest, at]))
                self.raised(section, lowest, at, now + step)
        return done


@dataclass(frozen=True, slots=True)
class Row:
    """One county: yuan, bounds, and seconds: ours by the clock, the others' of processor."""

    ours: float
    bound: float
    seconds: float
    hand: float
    hand_seconds: float
    scip: float = float("nan")
    scip_bound: float = float("nan")
    scip_seconds: float = float("nan")


def _row(given: County, solver: Solver, seconds: float, *, rival: bool) -> Row:
    begun = time.perf_counter()
    ours = solved_by_ways(given, solver, seconds=seconds, gap=GAP)
    spent = time.perf_counter() - begun
    assert ours.changes is not None
    assert faults_of(given, ours.changes) == []
    begun = time.process_time()
    by_hand = ByHand(given).plan()
    row = Row(ours.cost, ours.bound, spent, given.price(by_hand), time.process_time() - begun)
    assert faults_of(given, by_hand) == [], faults_of(given, by_hand)[:3]
    if not rival:
        return row
    begun = time.process_time()
    cost, bound = scip(given, seconds)
    return replace(row, scip=cost, scip_bound=bound, scip_seconds=time.process_time() - begun)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--shared", action="store_true")
    asked.add_argument("--counties", type=int, default=30)
    asked.add_argument("--rivals", type=int, default=30, help="counties that SCIP gets too")
    asked.add_argument("--seconds", type=float, default=30.0)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    before = _processor()
    with Solver() as solver:
        solver.ready()
        several = counties(given.counties, given.seed, shared=given.shared)
        rows = [_row(one, solver, given.seconds, rival=at < given.rivals) for at, one in enumerate(several)]
    _told("ours", np.array([one.seconds for one in rows]), np.array([1 - one.bound / one.ours for one in rows]))
    theirs = [one for one in rows if np.isfinite(one.scip_bound)]
    spent = _processor() - before - sum(one.hand_seconds for one in rows) - sum(one.scip_seconds for one in theirs)
    print(f"         {spent / len(rows):.2f} s of processor each, the solver's process included")
    hand = np.array([one.hand for one in rows])
    ours = np.array([one.ours for one in rows])
    saved = 1 - ours / hand
    print(
        f"by hand  {hand.sum() / 1e8:.2f}, ours {ours.sum() / 1e8:.2f} hundred million yuan: saved "
        f"{1 - ours.sum() / hand.sum():.1%}, per county median {np.median(saved):.1%}, least {saved.min():.1%}"
    )
    if theirs:
        best = np.array([max(one.bound, one.scip_bound) for one in theirs])
        gaps = 1 - best / np.array([one.scip for one in theirs])
        print(f"SCIP     {np.mean([one.scip_seconds for one in theirs]):.2f} s of processor each")
        _told("SCIP", np.array([one.scip_seconds for one in theirs]), gaps)
        found = [one.ours / one.scip - 1 for one in theirs if np.isfinite(one.scip)]
        if found:
            print(f"ours less SCIP, in cost: from {min(found):.4%} to {max(found):.4%} ({len(found)} with a plan)")


def _processor() -> float:
    """Seconds of processor of this process and of the children that are done."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _told(name: str, seconds: Floats, gaps: Floats) -> None:
    gaps = np.maximum(gaps, 0.0)
    print(
        f"{name:8} {len(gaps)} counties  seconds median {np.median(seconds):.2f} most {seconds.max():.1f}   "
        f"gap median {np.median(gaps):.3%} most {gaps.max():.3%}   <= 0.1 %: {np.mean(gaps <= GAP):.0%}",
        flush=True,
    )


if __name__ == "__main__":
    main()

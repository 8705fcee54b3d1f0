"""Where to build in a city of 10,000 areas and 1,500 sites, a quarter of them new, half of those to be opened.

    python bench/siting.py [--areas 10000] [--sites 1500] [--seconds 90] [--ours-only] [--tight]

Ours beside HiGHS on the sparse model (12 nearest sites) in the same seconds. The answer passes the checker; the gap is
to our own bound, counted in the same time. The first run compiles and is not counted.

``--tight`` counts steps instead of seconds and so answers the same every time: 1,000 areas and 300 sites of which so
few may open that seats are nearly used up; beside ours the choice of the largest sites, each with its pupils without a
seat.
"""

import argparse
import time
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import coo_array

from junheng.seats.assignment import assign
from junheng.seats.siting import SitingPlan, SitingProblem, faults, open_or_not, site, why_not_seated
from seats_city import city
from seats_rivals import guarded


def siting(areas: int, sites: int) -> SitingProblem:
    """The seeded city with existing sites open and at most half of the new ones to be opened."""
    made = city(areas, sites)
    new = ~made.existing
    options = open_or_not(made.problem.seats, made.existing, np.ones(sites))
    return SitingProblem(made.problem, options, new, at_most=int(new.sum()) // 2)


def highs(seconds: float, problem: SitingProblem, near: int = 12) -> float:
    """HiGHS on the sparse model; infinite without an integer solution."""
    import highspy

    places, arcs = problem.places, problem.places.arcs
    keep = np.arange(arcs.school.size) - arcs.first[arcs.area] < near
    area, site_of, metres = arcs.area[keep], arcs.school[keep], arcs.metres[keep]
    areas, sites, width = places.pupils.size, places.seats.size, int(keep.sum())
    opens, columns = width + areas + np.arange(sites), width + areas + sites
    served = np.arange(width)
    entries = (
        (area, served, np.ones(width)),
        (np.arange(areas), width + np.arange(areas), np.ones(areas)),
        (areas + site_of, served, places.pupils[area]),
        (areas + np.arange(sites), opens, -places.seats),
        (np.full(sites, areas + sites), opens, problem.new.astype(float)),
    )
    rows, cols, values = (np.concatenate([one[at] for one in entries]) for at in range(3))
    matrix = coo_array((values.astype(float), (rows, cols)), shape=(areas + sites + 1, columns)).tocsc()
    model: Any = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, areas + sites + 1
    lost = places.unserved_metres * places.pupils
    model.col_cost_ = np.concatenate((metres * places.pupils[area], lost, np.zeros(sites)))
    model.col_lower_ = np.concatenate((np.zeros(width + areas), ~problem.new)).astype(float)
    model.col_upper_ = np.ones(columns)
    below = np.full(sites + 1, -highspy.kHighsInf)
    model.row_lower_ = np.concatenate((np.ones(areas), below))
    model.row_upper_ = np.concatenate((np.ones(areas), np.zeros(sites), [float(problem.at_most or 0)]))
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    solver.run()
    info = solver.getInfo()
    return float(info.objective_function_value) if info.primal_solution_status == 2 else float("inf")


TIGHT = (12, 14, 18, 24)
"""New sites opened at most; ten are the fewest whose seats suffice when every last seat is filled."""
STEPS = 1_000_000


def tight() -> None:
    """Few new sites: pupils without a seat, and seats beyond the pupils, ours and with the largest new sites open."""
    problem = siting(1_000, 300)
    pupils = int(problem.places.pupils.sum())
    for number in TIGHT:
        asked = replace(problem, at_most=number)
        since = time.process_time()
        answer = site(asked, steps=STEPS)
        spent = time.process_time() - since
        assert isinstance(answer, SitingPlan)
        assert faults(asked, answer) == []
        why = why_not_seated(asked, answer)
        said = "all seated" if why is None else "proven impossible" if why.proven else "not proven"
        print(
            f"at most {number:2d}: ours {answer.plan.unserved:5,d} without a seat of {pupils:,}, "
            f"{answer.seats.sum() / pupils - 1:.1%} seats to spare, {spent:.0f} CPU s ({said}); "
            f"largest sites {_largest(asked):5,d}",
            flush=True,
        )


def _largest(problem: SitingProblem) -> int:
    """Pupils without a seat when simply the largest new sites open, by assignment with as many steps."""
    new = np.flatnonzero(problem.new)
    seats = np.where(problem.new, 0, problem.places.seats)
    opened = new[np.argsort(-problem.places.seats[new], kind="stable")][: problem.at_most]
    seats[opened] = problem.places.seats[opened]
    return assign(replace(problem.places, seats=seats), steps=STEPS).unserved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--areas", type=int, default=10_000)
    parser.add_argument("--sites", type=int, default=1_500)
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--tight", action="store_true", help="few new sites, counted in steps")
    asked = parser.parse_args()
    site(siting(200, 40), steps=2_000)
    if asked.tight:
        tight()
        return
    problem = siting(asked.areas, asked.sites)
    begun = time.perf_counter()
    answer = site(problem, seconds=asked.seconds)
    spent = time.perf_counter() - begun
    assert isinstance(answer, SitingPlan)
    assert faults(problem, answer) == []
    opened = int(((answer.seats > 0) & problem.new).sum())
    print(
        f"ours  {spent:6.1f} s  {answer.objective / 1e6:9.3f} M  bound {answer.bound / 1e6:9.3f} M  "
        f"gap {answer.gap:.2%}  "
        f"{opened} of {problem.at_most} new sites, {answer.plan.unserved} pupils without a seat",
        flush=True,
    )
    if not asked.ours_only:
        value = guarded(highs, asked.seconds, problem)
        print(f"HiGHS {asked.seconds:6.1f} s  {value / 1e6:9.3f} M  gap {value / answer.bound - 1:.2%}")


if __name__ == "__main__":
    main()

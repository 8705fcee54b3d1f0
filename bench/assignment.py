"""Who goes where in a city of 10,000 areas and 1,500 schools: ours beside scipy, HiGHS and CP-SAT.

    python bench/assignment.py [--areas 10000] [--schools 1500] [--seconds 3 60] [--share 0.875] [--ours-only]

Split seats (exact), one school per area, the same with every zone in one piece, and with its school in it. Each plan
passes the checker; gaps are to our own bound, counted in the same time. The others get the same seconds on the same
city in processes of their own. The first run compiles and is not counted.
"""

import argparse
import time
from dataclasses import replace

from junheng.seats.assignment import Plan, Problem, assign, faults, split, split_faults
from seats_city import city
from seats_rivals import cp_sat, guarded, highs, linear


def told(name: str, plan: Plan, problem: Problem, spent: float, *, contiguous: bool = False) -> None:
    wrong = faults(problem, plan, contiguous=contiguous)
    assert wrong == [], wrong[:3]
    print(
        f"{name:<32} {spent:7.1f} s   {plan.objective / 1e6:9.3f} M   bound {plan.bound / 1e6:9.3f} M   "
        f"gap {plan.gap:7.2%}   without a seat {plan.unserved}   moves {plan.steps / 1e6:.1f} M",
        flush=True,
    )


def splitting(problem: Problem, *, ours_only: bool) -> None:
    begun = time.perf_counter()
    plan = split(problem)
    spent = time.perf_counter() - begun
    assert split_faults(problem, plan) == []
    print(f"{'split, ours':<28} {spent:7.2f} s   {plan.objective / 1e6:9.3f} M   (minimum-cost flow)", flush=True)
    if not ours_only:
        value, seconds = linear(problem)
        times = seconds / spent
        print(f"{'split, scipy linprog':<28} {seconds:7.2f} s   {value / 1e6:9.3f} M   {times:.1f} times as long")


def whole(problem: Problem, seconds: float, *, ours_only: bool) -> None:
    bound = 0.0
    rows = (
        ("whole areas", problem),
        ("one piece", replace(problem, home=None)),
        ("one piece with its school", problem),
    )
    for title, asked in rows:
        begun, contiguous = time.perf_counter(), title != "whole areas"
        plan = assign(asked, seconds=seconds, contiguous=contiguous)
        bound = max(bound, plan.bound)
        told(f"{title}, ours", plan, asked, time.perf_counter() - begun, contiguous=contiguous)
    if not ours_only:
        for name, work in (("HiGHS", highs), ("CP-SAT", cp_sat)):
            value = guarded(work, seconds, problem)
            title, above = f"whole areas, {name}, {seconds:g} s", value / bound - 1
            print(f"{title:<28} {'':9}   {value / 1e6:9.3f} M   gap {above:.2%}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--areas", type=int, default=10_000)
    parser.add_argument("--schools", type=int, default=1_500)
    parser.add_argument("--seconds", type=float, nargs="+", default=[3.0, 60.0])
    parser.add_argument("--share", type=float, default=0.875)
    parser.add_argument("--ours-only", action="store_true")
    asked = parser.parse_args()
    problem = city(asked.areas, asked.schools, share=asked.share).problem
    fill = problem.pupils.sum() / problem.seats.sum()
    print(
        f"{problem.pupils.sum()} pupils, {problem.seats.sum()} seats ({fill:.1%} full), {problem.arcs.school.size} arcs"
    )
    for contiguous in (False, True):
        assign(city(200, 30).problem, steps=2_000, contiguous=contiguous)
    splitting(problem, ours_only=asked.ours_only)
    for seconds in asked.seconds:
        whole(problem, seconds, ours_only=asked.ours_only)


if __name__ == "__main__":
    main()

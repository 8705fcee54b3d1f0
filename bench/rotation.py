"""Rotation of a city of 40,000 teachers and 1,300 schools with every rule at work, beside HiGHS on the plain MIP.

    python bench/rotation.py [--teachers 40000] [--schools 1300] [--counties 16] [--seconds 6] [--rival 60]
    python bench/rotation.py --teachers 9000 --schools 300 --counties 1

Ours reads the tables, solves, writes every reason and passes the checker. The rival gets the same model, written out
whole: every arc of each county, integer, in one child that is killed when late; counties one after the other in equal
shares of its time. The editor's question is a county's program solved again with one teacher held fast.
"""

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np

from junheng.cli.rotate_files import read_folder
from junheng.policy.rotation_rules import rotation_rules
from junheng.programs import Solver
from junheng.teachers.rotation import CountyPlan, check_edit, draft, faults, forced, price_of_edit, report, rotate
from junheng.teachers.rotation.master import master
from junheng.teachers.rotation.whole import mixed
from rotation_city import RULES, tables

DAY = date(2026, 9, 1)


def rival(plans: tuple[CountyPlan, ...], seconds: float) -> tuple[float, float, float]:
    """Points, bound and seconds of the plain model; infinite where a county has no plan in its time."""
    points, bound = 0.0, 0.0
    with Solver() as solver:
        solver.ready()
        begun = time.perf_counter()
        for plan in plans:
            program = master(plan.county, plan.rules, near=plan.county.posts)
            found = solver.solve(mixed(program, program.arcs), seconds / len(plans))
            points += found.objective + program.constant
            bound += found.bound + program.constant
    return points, bound, time.perf_counter() - begun


def editor(plan: CountyPlan, many: int = 40) -> dict[str, float]:
    """Median CPU seconds of one check, one price, and the best plan around one change that the rules allow."""
    drawn = draft(plan.county, plan.rules, plan.moves.posts(plan.county))
    dice = np.random.default_rng(0)
    groups, doors = np.nonzero(plan.program.open_)
    chosen = dice.choice(groups.size, many)
    teachers = np.array([np.flatnonzero(plan.program.made.of == one)[0] for one in groups[chosen]])
    posts = doors[chosen]
    spent: dict[str, list[float]] = {"check": [], "price": [], "solved again": []}
    for teacher, to in zip(teachers.tolist(), posts.tolist(), strict=True):
        for name, one, of in zip(spent, (check_edit, price_of_edit, forced), (drawn, drawn, plan), strict=True):
            begun = time.process_time()
            one(of, teacher, to)  # type: ignore[operator]
            spent[name].append(time.process_time() - begun)
    worst = float(np.max(spent["solved again"]))
    return {name: float(np.median(values)) for name, values in spent.items()} | {"solved again at worst": worst}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teachers", type=int, default=40_000)
    parser.add_argument("--schools", type=int, default=1_300)
    parser.add_argument("--counties", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--rival", type=float, default=60.0)
    parser.add_argument("--ours-only", action="store_true")
    asked = parser.parse_args()
    rules = rotation_rules(DAY, RULES)
    with tempfile.TemporaryDirectory() as folder:
        tables(asked.teachers, asked.schools, asked.counties).write(Path(folder))
        marks, cpu = [time.perf_counter()], time.process_time()
        read = read_folder(Path(folder), rules, DAY)
    marks.append(time.perf_counter())
    plans = rotate(read.city.counties, rules, asked.seconds)
    marks.append(time.perf_counter())
    found = report(read.city, rules, plans)
    marks.append(time.perf_counter())
    assert faults(read.city, read.km, rules, found["placements"]) == []
    marks.append(time.perf_counter())
    steps = dict(zip(("read", "solve", "report", "check"), np.diff(marks).round(2).tolist(), strict=True))
    total, used = marks[-1] - marks[0], time.process_time() - cpu
    print(f"ours: {steps}, {total:.1f} s in all ({used:.1f} s of CPU here), {len(found['placements'])} move")
    print(
        f"      points {found['objective']:.2f}, bound {found['bound']:.2f}, gap {found['gap']:.4%}, {found['status']}"
    )
    largest = max(plans, key=lambda one: one.county.staff.post.size)
    spent = {name: round(value, 5) for name, value in editor(largest).items()}
    print(f"editor, {largest.county.staff.post.size} teachers, seconds of CPU: {spent}")
    if not asked.ours_only:
        points, bound, spent = rival(plans, asked.rival)
        told = f"points {points:.2f}, bound {bound:.2f}" if np.isfinite(points) else "a county without any plan"
        print(f"HiGHS, the plain MIP, {spent:.1f} s: {told}")


if __name__ == "__main__":
    main()

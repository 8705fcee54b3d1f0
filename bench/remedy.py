"""The cheapest plan with which a county passes, beside what one would use instead, on seeded synthetic counties.

    python bench/remedy.py slack    ordinary counties, whose dispersions fit once the schools pass
    python bench/remedy.py hard     counties whose dispersions bind
    python bench/remedy.py large    600 schools, slack and binding
    python bench/remedy.py batch    2,900 counties, fast method, two processes, every plan judged again
    python bench/remedy.py money    what is saved against the way by hand, 200 counties

Rivals in the same run: HiGHS with plain gradient cuts, SCIP on the cones, the way by hand. Gaps of rivals are
against the better of their own bound and ours; a rival that keeps the limits only to 1e-4 is not charged for it.
"""

import argparse
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import polars as pl

from junheng.balance import evaluate
from junheng.balance.remedy import Costs, Problem, remedy, sections, solve
from junheng.balance.remedy.choice import chosen
from junheng.balance.remedy.relaxed import filled
from junheng.policy import load_standard
from junheng.programs import Solver
from remedy_counties import COSTS, counties, county
from remedy_rivals import by_hand, highs, scip


def problems(table: pl.DataFrame) -> Iterator[Problem]:
    """The county sections of a table."""
    for one in sections(evaluate(table, load_standard("jiaodu-2017-6")), Costs(COSTS)):
        assert one.problem is not None
        yield one.problem


def binds(problem: Problem) -> bool:
    """Whether some dispersion is above its limit when every school passes in its cheapest way."""
    return bool(filled(problem, chosen(problem.add * problem.saving, problem))[1].binding.any())


def compare(chosen_ones: list[Problem], seconds: float, rivals: int) -> None:
    """Ours on all, rivals on the first of them."""
    rows: dict[str, list[tuple[float, float]]] = {"ours": [], "HiGHS": [], "SCIP": [], "by hand": []}
    with Solver() as solver:
        solver.ready()
        for at, problem in enumerate(chosen_ones):
            begun = time.perf_counter()
            ours = solve(problem, solver, seconds=seconds)
            rows["ours"].append((time.perf_counter() - begun, ours.gap))
            rows["by hand"].append((0.0, by_hand(problem) / ours.bound - 1))
            for name, rival in (("HiGHS", highs), ("SCIP", scip)) if at < rivals else ():
                begun = time.perf_counter()
                cost, bound = rival(problem, seconds)
                rows[name].append((time.perf_counter() - begun, cost / max(bound, ours.bound) - 1))
    for name, found in rows.items():
        spent, gaps = np.array([one[0] for one in found]), np.array([max(one[1], 0.0) for one in found])
        if found:
            middle, high = (np.quantile(gaps, share, method="lower") for share in (0.5, 0.9))
            print(
                f"{name:8} {len(found):4} counties  seconds median {np.median(spent):.3f} most {spent.max():.2f}   "
                f"gap median {middle:.3%} p90 {high:.3%} most {gaps.max():.3%}   "
                f"<= 0.1 %: {np.mean(gaps <= 1e-3):.0%}  <= 0.5 %: {np.mean(gaps <= 5e-3):.0%}",
                flush=True,
            )


def batch(asked: argparse.Namespace) -> None:
    """The whole way for many counties in two processes: judge, solve, apply, judge again."""
    table = counties(asked.counties or 2900, asked.seed)
    codes = table["county_code"].unique().sort()
    halves = [table.filter(pl.col("county_code").is_in(codes[at::2].to_list())) for at in range(2)]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(_fast, [half.head(300) for half in halves]))
        begun = time.perf_counter()
        parts = list(pool.map(_fast, halves))
        spent = time.perf_counter() - begun
    found = [one for part, _ in parts for one in part]
    gaps = np.array([gap for gap, _ in found])
    print(
        f"{len(found)} counties, {table.height} schools: {spent:.1f} s on two processes "
        f"({sum(cpu for _, cpu in parts):.1f} s of processor); "
        f"gap median {np.median(gaps):.4%} p90 {np.quantile(gaps, 0.9):.3%} most {gaps.max():.2%}; "
        f"pass after their plan: {np.mean([one for _, one in found]):.1%}"
    )


def _fast(table: pl.DataFrame) -> tuple[list[tuple[float, bool]], float]:
    """Gap and verdict of every county, and the seconds of processor."""
    begun = time.process_time()
    found = remedy(evaluate(table, load_standard("jiaodu-2017-6")), Costs(COSTS), fast=True)
    told = [(one.gap if one.gap is not None else float("inf"), one.passes is True) for one in found.plans]
    return told, time.process_time() - begun


def money(asked: argparse.Namespace) -> None:
    """Yuan against the way by hand."""
    saved, spent = [], []
    for problem in problems(counties(asked.counties or 200, asked.seed)):
        hand, ours = by_hand(problem), solve(problem).cost
        saved.append(1 - ours / hand)
        spent.append((hand, ours))
    whole = np.array(spent).sum(axis=0)
    print(
        f"{len(saved)} counties: by hand {whole[0] / 1e8:.2f}, ours {whole[1] / 1e8:.2f} hundred million yuan; "
        f"saved {1 - whole[1] / whole[0]:.1%}, per county median {np.median(saved):.1%}, "
        f"p10 {np.quantile(saved, 0.1):.1%}, p90 {np.quantile(saved, 0.9):.1%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("slack", "hard", "large", "batch", "money"))
    parser.add_argument("--counties", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rivals", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.what in {"slack", "hard"}:
        several = list(problems(counties(asked.counties or 80, asked.seed)))
        compare([one for one in several if binds(one) == (asked.what == "hard")], asked.seconds, asked.rivals)
    elif asked.what == "large":
        for spread in (-0.12, 0.0, 0.06):
            problem = next(problems(county(asked.seed, 600, spread=spread)))
            print("binding" if binds(problem) else "slack")
            compare([problem], asked.seconds, 1 if asked.rivals else 0)
    else:
        {"batch": batch, "money": money}[asked.what](asked)


if __name__ == "__main__":
    main()

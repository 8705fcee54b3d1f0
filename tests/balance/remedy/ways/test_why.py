"""Why no plan keeps the limits of its ways."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.why import why_no_way
from junheng.programs import Solver
from tests.balance.remedy.tiny_levers import LINKS, halves, small


@pytest.fixture(scope="module")
def solver() -> Solver:
    return Solver()


def test_a_school_that_may_do_too_little_is_named_with_the_limits_in_its_way(solver: Solver) -> None:
    levers = small(4, posts=9.0)
    short = levers.problem.full[0].copy()
    short[0], short[1] = 13.0, 13.0
    full = levers.problem.full.copy()
    full[0] = short
    problem = replace(levers.problem, full=full, floor=np.minimum(levers.problem.floor, full))
    problem = replace(problem, floor=np.where(full == 13.0, 12.5, problem.floor))
    with solver:
        words, demands = why_no_way(County.of([replace(levers, problem=problem)]), ["primary"], solver)
    assert demands[0].kind == "school"
    assert {one.kind for one in demands} == {"school", "way"}
    assert "s0" in words.zh
    assert "school s0 passes" in words.en


def test_posts_that_do_not_suffice_are_among_the_demands(solver: Solver) -> None:
    levers = small(4, posts=0.0)
    most = levers.most.copy()
    most[:, [0, 1, 3]] = 0.0
    most[:, 4] = np.inf
    full = np.maximum(levers.problem.full, 1.0)
    problem = replace(levers.problem, full=full, floor=full, limit=np.full(3, np.inf))
    with solver:
        _, demands = why_no_way(County.of([replace(levers, problem=problem, most=most)]), ["primary"], solver)
    kinds = [one.kind for one in demands]
    assert "posts" in kinds
    assert kinds.count("school") == 1


def test_sections_together_are_named_with_what_their_schools_share(solver: Solver) -> None:
    county = halves(2, LINKS, 0.6)
    parts = list(county.parts)
    problem = parts[1].problem
    full, floor = problem.full.copy(), problem.floor.copy()
    full[0, 1:] = floor[0, 1:] = 9.0
    parts[1] = replace(parts[1], problem=replace(problem, full=full, floor=floor))
    with solver:
        words, demands = why_no_way(county.with_parts(parts), ["primary", "junior"], solver)
    assert demands[0].kind == "school"
    assert "初中 学校 s1 达标" in words.zh
    assert "way" in {one.kind for one in demands}

"""Why a siting cannot be done, in words: the three plain cases, and that no demand said is one too many."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.siting import Names, SitingProblem, Unsited, why_unsited
from junheng.seats.siting.reasons import _only, _relieved, why_limits
from junheng.seats.siting.shortage import shortage
from tests.seats.siting.test_shortage import capped, small, street
from tests.seats.siting.test_solve import choice

NAMES = Names(("东村", "中村", "西村"), ("一小", "新址"), ())


def said(problem: SitingProblem, names: Names = NAMES) -> Unsited:
    found = why_unsited(problem, names)
    assert found is not None
    assert found.proven
    return found


def test_too_few_seats_within_the_cap() -> None:
    found = said(capped(street([30, 30, 10], [40, 15]), 1000))
    assert found.words.zh == (
        "3 个片区（东村、中村、西村）共 70 名学生，最多只有 55 个学位可去，缺 15 个。"
        "这些要求不能同时满足：现有学校 一小 最多共 40 个学位；候选地 新址 最多共 15 个学位"
    )


def test_the_cap_is_named_when_it_is_what_bars_the_way() -> None:
    found = said(capped(street([30, 30, 20], [90, 15]), 1000))
    assert [one.kind for one in found.demands] == ["cap", "sites"]
    assert found.words.zh == (
        "片区 西村 有 20 名学生，可去的学校最大只有 15 个学位。"
        "这些要求不能同时满足：上学不超过 1000 米；候选地 新址 最多共 15 个学位"
    )
    assert found.words.en == (
        "Area 西村 has 20 pupils, the largest school it may go to has 15 seats. "
        "These demands cannot all be kept: nobody goes farther than 1000 m; "
        "new sites 新址 have 15 seats together at most"
    )


def test_a_lock_onto_a_full_school() -> None:
    problem = street([30, 30, 10], [40, 60])
    locked = np.array([0, 0, -1])
    found = said(replace(problem, places=replace(problem.places, locked=locked)))
    assert found.words.zh == (
        "2 个片区（东村、中村）共 60 名学生，最多只有 40 个学位可去，缺 20 个。"
        "这些要求不能同时满足：东村 固定到 一小；中村 固定到 一小；现有学校 一小 最多共 40 个学位"
    )


def test_an_island_without_any_way() -> None:
    problem = street([30, 30, 10], [40, 60])
    arcs = problem.places.arcs
    found = said(replace(problem, places=replace(problem.places, arcs=arcs.kept(arcs.area != 2))))
    assert found.words.zh == ("1 个片区（西村）共 10 名学生，没有一所学校可去。做不到的要求：只能走路程表里有的路")


def test_too_few_new_sites() -> None:
    problem = capped(street([10, 10, 10, 10], [10, 40, 40, 40], at_most=2), 500)
    found = said(problem, Names())
    assert found.words.zh == (
        "3 个片区（#1、#2、#3）共 30 名学生，都有学位至少须新开 3 处。"
        "这些要求不能同时满足：上学不超过 500 米；最多新开 2 处"
    )


def test_too_little_money() -> None:
    found = said(street([30, 30, 30], [30, 30, 30], budget=15.0), Names())
    assert found.words.en.startswith("90 pupils of 3 areas (#0, #1, #2) need at least 20 of money. ")
    assert [one.kind for one in found.demands] == ["budget", "seats", "sites"]


def test_limits_that_clash_name_the_groups() -> None:
    group = np.array([-1, -1, -1, -1, -1, 0, 1, 2, 3])
    found = why_limits(choice(at_most=2, group=group), Names(groups=("甲乡", "乙乡", "丙乡", "丁乡")))
    assert found is not None
    assert found.words.zh == (
        "这些要求不能同时满足：乙乡（#6）至少开一处；丙乡（#7）至少开一处；丁乡（#8）至少开一处；最多新开 2 处"
    )
    assert why_limits(choice(at_most=4, group=group)) is None


def test_without_a_proof_nothing_is_claimed() -> None:
    assert "没有证明" in Unsited(()).words.zh
    assert not Unsited(()).proven
    assert why_unsited(street([30, 30], [60])) is None


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000))
def test_without_any_one_demand_the_proof_is_gone(seed: int) -> None:
    problem = small(seed)
    found, first = why_unsited(problem), shortage(problem)
    if found is None or first is None or found.short is None:
        return
    kept, only = [one for one in found.demands if one.kind != "links"], _only(problem, first)
    assert shortage(_relieved(only, kept)) is not None
    for one in kept:
        assert shortage(_relieved(only, [other for other in kept if other is not one])) is None

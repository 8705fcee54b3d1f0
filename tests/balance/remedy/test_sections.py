"""From a judged table to problems."""

from dataclasses import replace

import numpy as np
import pytest

from junheng.balance.remedy import Limits, sections
from tests.balance.remedy.county import COSTS, STANDARD, judged, problem_of, row, rows


def test_the_arrays_say_what_the_standard_says() -> None:
    problem = problem_of(judged(*rows(), row("b1", 300, "junior")))
    assert problem.schools == ("a1", "a2", "a3")
    assert problem.indicators == ("L1", "L2", "L3", "L4", "L5", "L6", "L7")
    assert problem.exempt == 1
    assert problem.limit == pytest.approx(np.full(7, 0.5))
    assert problem.base[2, 0] == pytest.approx(100 * 9 / 300 / 4.2)
    assert problem.full[2].tolist()[0] == 4  # 12.6 teachers needed, 9 there
    assert problem.floor[2].tolist()[0] == 2  # 10.71
    assert problem.full[2, 5] == pytest.approx(200_000)
    assert problem.full[0, 0] == -9
    assert problem.weight.sum(axis=0) == pytest.approx(np.ones(7))


def test_every_section_and_year_is_by_itself_and_in_order() -> None:
    given = [row("b1", 300, "junior"), row("a1"), row("a1", year=2023), row("c1", county="410101")]
    found = [one.key for one in sections(judged(*given), COSTS)]
    assert found == [
        ("410101", "primary", 2024),
        ("410105", "primary", 2023),
        ("410105", "primary", 2024),
        ("410105", "junior", 2024),
    ]


def test_schools_that_cannot_be_judged_are_named_and_others_go_on() -> None:
    given = [
        row("a1"),
        row("a2", backbone_teachers=None, teaching_area=None),
        row("a3", pupils=0),
        row("b1", county="410101"),
    ]
    good, bad = sections(judged(*given), COSTS)
    assert good.problem is not None
    assert bad.problem is None
    assert [one.zh for one in bad.unfit] == [
        "a2 缺 L2、L4 的数据",
        "a3 没有学生，L1、L2、L3、L4、L5、L6、L7 无法计算",
    ]


def test_a_threshold_nobody_has_filled_in_is_named() -> None:
    unknown = STANDARD.with_values({"L5.primary": None})
    (one,) = sections(replace(judged(), standard=unknown), COSTS)
    assert [text.en for text in one.unfit] == ["the threshold of L5 is not filled in"]


def test_limits_and_distances_arrive() -> None:
    limits = Limits(per_school={"L1": 3.7, "L4": 3.7}, per_section={"L7": 2}, pinned={("a1", "L2"): 1})
    evaluation = judged()
    problem = problem_of(evaluation, limits, move={"L1": 8000}, max_move_km=5.0)
    assert problem.most[0, :4].tolist() == [3, 1, np.inf, 3.7]
    assert problem.least[0, 1] == 1
    assert problem.county_most[6] == 2
    assert problem.move.tolist()[0] == 8000
    assert problem.reach is not None
    assert not problem.reach.any()
    costs = replace(COSTS, move={"L1": 8000}, max_move_km=5.0)
    near = next(sections(evaluation, costs, {("a1", "a3"): 4.0, ("a1", "a2"): 6.0})).problem
    assert near is not None
    assert near.reach is not None
    assert np.argwhere(near.reach).tolist() == [[0, 2], [2, 0]]

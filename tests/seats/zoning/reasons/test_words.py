"""The worked examples of the documentation, word for word."""

import numpy as np

from junheng.seats.zoning.reasons.breaches import breaches
from junheng.seats.zoning.reasons.conflict import Diagnosis, diagnose
from junheng.seats.zoning.reasons.demands import Demand
from junheng.seats.zoning.reasons.words import breach_words, conflict_words, demand_words
from tests.seats.zoning.reasons.tasks import (
    a_lock_across_another_zone,
    behind_a_neck,
    too_few_seats_within_reach,
)


def test_too_few_seats_within_reach() -> None:
    task = too_few_seats_within_reach()
    assert conflict_words(task, diagnose(task)).zh == (
        "下面 2 条不能同时做到（放宽其中任何一条，其余的就能做到）：\n"
        "- 片区 乙（70 名学生）上学不超过 1000 米，够得着的有 西校\n"
        "- 西校 不超过 120 个学位"
    )


def test_a_lock_across_another_zone() -> None:
    task = a_lock_across_another_zone()
    assert conflict_words(task, diagnose(task)).en == (
        "These 2 cannot be met together (relax any one of them and the others can be met):\n"
        "- the zone of 一小 is in one piece\n"
        "- area 丁 is locked to 一小"
    )


def test_behind_a_neck() -> None:
    task = behind_a_neck()
    assert conflict_words(task, diagnose(task)).zh == (
        "下面 2 条不能同时做到（放宽其中任何一条，其余的就能做到）：\n- 田小 的学区连成一片\n- 颈小 不超过 100 个学位"
    )


def test_possible_undecided_doubtful() -> None:
    task = behind_a_neck()
    plan = np.zeros(5, dtype=np.int64)
    assert conflict_words(task, Diagnosis(plan, (), False, 0)).en == "It can be done"
    assert "未能判定" in conflict_words(task, Diagnosis(None, (), False, 0)).zh
    doubtful = Diagnosis(None, (Demand("seats", school=0),), False, 0)
    assert "some of them may not be needed" in conflict_words(task, doubtful).en


def test_breaches_in_words() -> None:
    task = too_few_seats_within_reach()
    far, full = (breach_words(task, one) for one in breaches(task, np.array([0, 0, 0, 0, 1])))
    assert far.zh.endswith("超出 500 米")
    assert full.en == "西校 takes no more than 120 pupils: 100 too many"
    task.metres[3, 0] = np.nan
    assert "no way" in breach_words(task, breaches(task, np.array([0, 0, 0, 0, 1]))[0]).en


def test_the_breaking_place_in_words() -> None:
    task = a_lock_across_another_zone()
    (broken,) = breaches(task, np.array([0, 1, 1, 0]))
    assert breach_words(task, broken).zh == "一小 的学区连成一片：丁 与学校断开，划入 丙、乙 可以接上"
    task.borders.start[:] = 0
    apart = breaches(task, np.array([0, 1, 1, 0]))
    assert breach_words(task, apart[0]).en == "the zone of 一小 is in one piece: 丁 cut off"
    assert breach_words(task, breaches(task, np.array([0, 1, 1, 1]))[-1]).zh.endswith("没有遵守")


def test_an_area_out_of_reach_of_every_school() -> None:
    task = too_few_seats_within_reach()
    task.metres[2] = np.nan
    assert demand_words(task, Demand("distance", area=2)).zh.endswith("没有学校够得着")

"""A zone in words: areas, numbers, and who lies on which side."""

import numpy as np
import pytest

from junheng.seats.zoning.editing.editor import begin
from junheng.seats.zoning.shapes.describe import WINDS, all_texts, sides, wind, zone_text
from tests.seats.zoning.editing.boards import board
from tests.seats.zoning.shapes.squares import points


@pytest.mark.parametrize(
    ("east", "north", "name"),
    [(1, 0, "东"), (1, 1, "东北"), (0, 1, "北"), (-1, 1, "西北"), (-1, 0, "西"), (-1, -1, "西南"), (0, -1, "南"),
     (1, -1, "东南"), (1, 0.3, "东"), (1, -0.3, "东"), (0.3, -1, "南")],
)  # fmt: skip
def test_the_eight_winds(east: float, north: float, name: str) -> None:
    assert WINDS[wind(east, north)].zh == name


def test_halves_lie_east_and_west_of_each_other() -> None:
    plan = np.array([0, 0, 1, 1] * 3)
    editing = begin(board(homes=(0, 11)), plan)
    assert sides(editing, points(4, 3), 0) == [(0, 1, (1, 5, 9))]
    assert sides(editing, points(4, 3), 1) == [(4, 0, (2, 6, 10))]
    said = zone_text(editing, points(4, 3), 0)
    pupils = editing.board.weight[plan == 0].sum()
    assert said.zh == (
        "S0学区含 6 个片区：r0c0、r0c1、r1c0、r1c1、r2c0、r2c1；"
        f"学生 {pupils:.0f} 名，学位 300 个；东邻S1学区，以r0c1、r1c1、r2c1为界。"
    )
    assert said.en.endswith("; east: the zone of S1, along r0c1, r1c1, r2c1.")


def test_what_is_cut_off_is_said() -> None:
    plan = np.array([0, 1, 0, 1] + [1] * 8)
    assert "不与学校相连的片区：r0c2" in zone_text(begin(board(), plan), points(4, 3), 0).zh


def test_a_school_without_a_zone() -> None:
    texts = all_texts(begin(board(), np.zeros(12, dtype=np.int64)), points(4, 3))
    assert [one.en for one in texts[1:]] == ["S1: no zone"]

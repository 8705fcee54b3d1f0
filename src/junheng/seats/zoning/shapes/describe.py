"""A zone in words for a notice: its areas, and which zone lies on which side."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from junheng.policy.text import Text
from junheng.seats.zoning.editing.board import members
from junheng.seats.zoning.editing.contiguity import beside
from junheng.seats.zoning.editing.editor import Editing
from junheng.seats.zoning.editing.numbers import school_numbers
from junheng.seats.zoning.zone_map import Floats

WINDS = (
    Text("东", "east"),
    Text("东北", "north-east"),
    Text("北", "north"),
    Text("西北", "north-west"),
    Text("西", "west"),
    Text("西南", "south-west"),
    Text("南", "south"),
    Text("东南", "south-east"),
)


def wind(east: float, north: float) -> int:
    """The nearest of the eight winds, an index of ``WINDS``."""
    return round(math.atan2(north, east) / (math.pi / 4)) % 8


def sides(editing: Editing, points: Floats, school: int) -> list[tuple[int, int, tuple[int, ...]]]:
    """Wind, other school and the zone's own areas along that border, in the order of the winds.

    Args:
        editing: the plan.
        points: (n, 2) a point inside every area, degrees, east first.
        school: whose zone.
    """
    own = members(editing.plan, school)
    flat = points * (math.cos(math.radians(float(points[:, 1].mean()))), 1.0)
    middle = flat[own].mean(axis=0)
    along: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for area in own.tolist():
        for other in beside(editing.board.borders, area):
            if editing.plan[other] != school:
                along[int(editing.plan[other])].append((area, other))
    found = []
    for other, pairs in along.items():
        east, north = flat[np.array(pairs).ravel()].mean(axis=0) - middle
        found.append((wind(float(east), float(north)), other, tuple(sorted({area for area, _ in pairs}))))
    return sorted(found)


def zone_text(editing: Editing, points: Floats, school: int) -> Text:
    """One zone described, in both languages."""
    board = editing.board
    numbers = school_numbers(board, editing.standing, school)
    areas = [board.areas[area] for area in members(editing.plan, school).tolist()]
    if not areas:
        return Text(f"{numbers.school}：没有学区", f"{numbers.school}: no zone")
    zh = [f"{numbers.school}学区含 {len(areas)} 个片区：{'、'.join(areas)}", _count(numbers.pupils, numbers.seats).zh]
    en = [
        f"The zone of {numbers.school} holds {len(areas)} areas: {', '.join(areas)}",
        _count(numbers.pupils, numbers.seats).en,
    ]
    for at, other, along in sides(editing, points, school):
        names = [board.areas[area] for area in along]
        zh.append(f"{WINDS[at].zh}邻{board.schools[other]}学区，以{'、'.join(names)}为界")
        en.append(f"{WINDS[at].en}: the zone of {board.schools[other]}, along {', '.join(names)}")
    if numbers.cut_off:
        zh.append(f"不与学校相连的片区：{'、'.join(numbers.cut_off)}")
        en.append(f"not connected to the school: {', '.join(numbers.cut_off)}")
    return Text("；".join(zh) + "。", "; ".join(en) + ".")


def _count(pupils: float, seats: float) -> Text:
    return Text(f"学生 {pupils:.0f} 名，学位 {seats:.0f} 个", f"{pupils:.0f} pupils, {seats:.0f} seats")


def all_texts(editing: Editing, points: Floats) -> Sequence[Text]:
    """Every zone described."""
    return [zone_text(editing, points, school) for school in range(len(editing.board.schools))]

"""The numbers an editor shows, per school, per county and for the whole map."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.standing import ARRIVING, FARTHEST, MEASURED, NEAR, WALKED, Standing
from junheng.seats.zoning.zone_map import Floats, Ints

Formula = Callable[[Floats, Floats], float | None]
"""The dispersion of one indicator from amounts and pupils per school; the caller brings it."""


@dataclass(frozen=True, slots=True)
class SchoolNumbers:
    """One school under a plan.

    Attributes:
        pupils, seats: in all; ``free`` is what is left, below 0 when overfull.
        by_grade: pupils.
        classes_needed, classes: by grade; the pupils in classes of the norm, and the classes there are.
        mean_metres, farthest_metres: of the pupils whose distance is known, None without any.
        near_share: pupils near enough, None without pupils.
        arriving: pupils who go to another school today.
        cut_off: areas apart from the school.
    """

    school: str
    pupils: float
    seats: float
    free: float
    by_grade: tuple[float, ...]
    classes_needed: tuple[int, ...]
    classes: tuple[float, ...]
    mean_metres: float | None
    farthest_metres: float | None
    near_share: float | None
    arriving: float
    cut_off: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupNumbers:
    """Several schools together; ``changing`` counts the pupils who get another school than today's."""

    name: str
    pupils: float
    seats: float
    overfull: int
    mean_metres: float | None
    farthest_metres: float | None
    near_share: float | None
    changing: float
    broken: int


def school_numbers(board: Board, standing: Standing, school: int) -> SchoolNumbers:
    """The numbers of one school."""
    by_grade, sums = standing.pupils[school], standing.sums[school]
    pupils, seats = float(by_grade.sum()), float(board.seats[school])
    return SchoolNumbers(
        school=board.schools[school],
        pupils=pupils,
        seats=seats,
        free=seats - pupils,
        by_grade=tuple(by_grade.tolist()),
        classes_needed=tuple(math.ceil(count / board.class_norm) for count in by_grade.tolist()),
        classes=tuple(board.classes[school].tolist()),
        mean_metres=_ratio(sums[WALKED], sums[MEASURED]),
        farthest_metres=float(sums[FARTHEST]) if sums[MEASURED] else None,
        near_share=_ratio(sums[NEAR], pupils),
        arriving=float(sums[ARRIVING]),
        cut_off=tuple(board.areas[area] for piece in standing.loose[school] for area in piece),
    )


def county_numbers(board: Board, standing: Standing, county: int) -> GroupNumbers:
    """The numbers of the schools of one county."""
    return _group(board, standing, board.counties[county], np.flatnonzero(board.county == county))


def whole_numbers(board: Board, standing: Standing, name: str = "") -> GroupNumbers:
    """The numbers of the whole map."""
    return _group(board, standing, name, np.arange(len(board.schools)))


def dispersions(
    board: Board, standing: Standing, county: int, amounts: Mapping[str, Floats], formula: Formula
) -> dict[str, float | None]:
    """The dispersion of every indicator of a county when the pupils are those of the zones.

    Args:
        board: the map.
        standing: of the plan.
        county: its index.
        amounts: indicator -> (m,) what every school has (teachers, square metres, …), NaN when not reported.
        formula: dispersion from amounts and pupils of the schools that have both.
    """
    schools = np.flatnonzero(board.county == county)
    pupils = standing.pupils[schools].sum(axis=1)
    found = {}
    for indicator, values in amounts.items():
        has = ~np.isnan(values[schools]) & (pupils > 0)
        found[indicator] = formula(values[schools][has], pupils[has]) if has.any() else None
    return found


def _group(board: Board, standing: Standing, name: str, schools: Ints) -> GroupNumbers:
    pupils, sums = standing.pupils[schools].sum(axis=1), standing.sums[schools]
    measured = float(sums[:, MEASURED].sum())
    return GroupNumbers(
        name=name,
        pupils=float(pupils.sum()),
        seats=float(board.seats[schools].sum()),
        overfull=int((pupils > board.seats[schools]).sum()),
        mean_metres=_ratio(sums[:, WALKED].sum(), measured),
        farthest_metres=float(sums[:, FARTHEST].max()) if measured else None,
        near_share=_ratio(sums[:, NEAR].sum(), pupils.sum()),
        changing=float(sums[:, ARRIVING].sum()),
        broken=_broken(standing, schools.tolist()),
    )


def _broken(standing: Standing, schools: Sequence[int]) -> int:
    return sum(bool(standing.loose[school]) for school in schools)


def _ratio(above: float, below: float) -> float | None:
    return float(above) / float(below) if below else None

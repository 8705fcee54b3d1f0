"""How every zone of a plan stands: pupils by grade, distances, who changes, what is cut off.

A zone is always summed up from its own areas in their order, so numbers after any number of moves are the very numbers
of a fresh count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from junheng.seats.zoning.editing.board import Board, members
from junheng.seats.zoning.editing.contiguity import Piece, pieces
from junheng.seats.zoning.zone_map import Floats, Plan

WALKED, MEASURED, FARTHEST, NEAR, ARRIVING = range(5)
"""Columns of ``Standing.sums``: pupils × metres; pupils whose distance is known; metres of the farthest area with
pupils; pupils near enough; pupils who go elsewhere today."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Of every school (m): pupils by grade (m, g), the ``sums`` (m, 5), and the pieces cut off from it."""

    pupils: Floats
    sums: Floats
    loose: tuple[tuple[Piece, ...], ...]


def standing(board: Board, plan: Plan) -> Standing:
    """All zones counted."""
    size = len(board.schools)
    empty = Standing(np.zeros((size, len(board.grades))), np.zeros((size, 5)), ((),) * size)
    return counted_again(board, plan, empty, range(size))


def counted_again(board: Board, plan: Plan, before: Standing, schools: Iterable[int]) -> Standing:
    """The standing after the zones of some schools changed; the others are taken over."""
    pupils, sums, loose = before.pupils.copy(), before.sums.copy(), list(before.loose)
    for school in schools:
        areas = members(plan, school)
        weight = board.pupils[areas].sum(axis=1)
        metres = board.distances.between(areas, np.full(len(areas), school))
        known = ~np.isnan(metres)
        pupils[school] = board.pupils[areas].sum(axis=0)
        sums[school, WALKED] = (weight[known] * metres[known]).sum()
        sums[school, MEASURED] = weight[known].sum()
        sums[school, FARTHEST] = metres[known & (weight > 0)].max(initial=0)
        sums[school, NEAR] = weight[near(board, metres, board.distances.least[areas])].sum()
        sums[school, ARRIVING] = weight[board.today[areas] != school].sum()
        loose[school] = pieces(board.borders, areas.tolist(), int(board.home[school]))[1:]
    return Standing(pupils, sums, tuple(loose))


def near(board: Board, metres: Floats, least: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of some distances count as near; one that is not known never does."""
    rule = board.nearness
    counts = np.zeros(len(metres), dtype=np.bool_)
    if rule.radius is not None:
        counts |= metres <= rule.radius
    if rule.nearest:
        counts |= metres <= least
    return counts

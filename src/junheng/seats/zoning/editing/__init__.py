"""A plan of zones under a person's hands: move areas, see at once what it does, take it back, compare.

``Board`` holds what does not change, ``Editing`` the plan at work; ``move``, ``undo``, ``redo``, ``lock`` give a new
``Editing``. ``school_numbers``, ``county_numbers``, ``whole_numbers`` and ``dispersions`` say what the plan does,
``breaks`` and ``hinges`` where a zone breaks or would, ``change`` what it means for one address.
"""

from junheng.seats.zoning.editing.board import Board, Nearness
from junheng.seats.zoning.editing.changes import Change, change, change_of
from junheng.seats.zoning.editing.compare import Difference, PlansCompared, compare
from junheng.seats.zoning.editing.contiguity import Break, breaks, hinges
from junheng.seats.zoning.editing.distances import Distances, DistanceTable, NearbyDistances, straight
from junheng.seats.zoning.editing.editor import Editing, RefusedMoveError, begin, lock, move, redo, undo, unlock
from junheng.seats.zoning.editing.numbers import (
    GroupNumbers,
    SchoolNumbers,
    county_numbers,
    dispersions,
    school_numbers,
    whole_numbers,
)

__all__ = [
    "Board",
    "Break",
    "Change",
    "Difference",
    "DistanceTable",
    "Distances",
    "Editing",
    "GroupNumbers",
    "NearbyDistances",
    "Nearness",
    "PlansCompared",
    "RefusedMoveError",
    "SchoolNumbers",
    "begin",
    "breaks",
    "change",
    "change_of",
    "compare",
    "county_numbers",
    "dispersions",
    "hinges",
    "lock",
    "move",
    "redo",
    "school_numbers",
    "straight",
    "undo",
    "unlock",
    "whole_numbers",
]

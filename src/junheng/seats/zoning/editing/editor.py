"""Editing a plan of zones: every operation gives a new state, none changes the old one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from junheng.policy.text import Text
from junheng.seats.zoning.editing.board import Board
from junheng.seats.zoning.editing.standing import Standing, counted_again, standing
from junheng.seats.zoning.zone_map import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """Areas that went to one school, with the schools they came from."""

    areas: tuple[int, ...]
    before: tuple[int, ...]
    to: int


@dataclass(frozen=True, slots=True)
class Editing:
    """A plan at work.

    Attributes:
        board: what does not change.
        plan: (n,) school of every area; never written to.
        standing: the numbers of the plan.
        done, undone: steps that can be taken back, and taken again; the last one first in turn.
        locked: areas that stay where they are.
        touched: schools whose numbers the last operation changed.
    """

    board: Board
    plan: Plan
    standing: Standing
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    locked: frozenset[int] = frozenset()
    touched: tuple[int, ...] = ()


class RefusedMoveError(ValueError):
    """The move may not be made; ``reasons`` are all of them."""

    def __init__(self, reasons: tuple[Text, ...]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(reason.en for reason in reasons))


def begin(board: Board, plan: Plan | None = None) -> Editing:
    """Begin with a plan, today's by default."""
    own = (board.today if plan is None else plan).copy()
    return Editing(board, own, standing(board, own))


def refusals(editing: Editing, areas: Iterable[int], school: int) -> tuple[Text, ...]:
    """Why some areas may not go to a school; empty when they may."""
    board, found = editing.board, []
    for area in areas:
        name = board.areas[area]
        if area in editing.locked:
            found.append(Text(f"片区 {name} 已锁定", f"area {name} is locked"))
        homes = [board.schools[at] for at in (board.home == area).nonzero()[0].tolist() if at != school]
        found += [Text(f"{home} 就在片区 {name} 里", f"{home} stands in area {name}") for home in homes]
    return tuple(found)


def move(editing: Editing, areas: Iterable[int], school: int) -> Editing:
    """Give areas to a school; those it has already are left out. A new step, so nothing can be redone.

    Raises:
        RefusedMoveError: an area is locked or holds another school.
    """
    moved = tuple(sorted({area for area in areas if editing.plan[area] != school}))
    if not moved:
        return replace(editing, touched=())
    if reasons := refusals(editing, moved, school):
        raise RefusedMoveError(reasons)
    step = Step(moved, tuple(editing.plan[list(moved)].tolist()), school)
    return replace(_set(editing, moved, (school,) * len(moved)), done=(*editing.done, step), undone=())


def undo(editing: Editing) -> Editing:
    """Take back the last step; the same state when there is none.

    Raises:
        RefusedMoveError: one of its areas has been locked since.
    """
    if not editing.done:
        return replace(editing, touched=())
    *done, step = editing.done
    _free(editing, step)
    return replace(_set(editing, step.areas, step.before), done=tuple(done), undone=(*editing.undone, step))


def redo(editing: Editing) -> Editing:
    """Take the last undone step again; the same state when there is none.

    Raises:
        RefusedMoveError: one of its areas has been locked since.
    """
    if not editing.undone:
        return replace(editing, touched=())
    *undone, step = editing.undone
    _free(editing, step)
    again = _set(editing, step.areas, (step.to,) * len(step.areas))
    return replace(again, done=(*editing.done, step), undone=tuple(undone))


def lock(editing: Editing, areas: Iterable[int]) -> Editing:
    """Areas that stay where they are from now on."""
    return replace(editing, locked=editing.locked | frozenset(areas), touched=())


def unlock(editing: Editing, areas: Iterable[int]) -> Editing:
    """Areas that may move again."""
    return replace(editing, locked=editing.locked - frozenset(areas), touched=())


def _free(editing: Editing, step: Step) -> None:
    names = [editing.board.areas[area] for area in step.areas if area in editing.locked]
    if names:
        raise RefusedMoveError(tuple(Text(f"片区 {name} 已锁定", f"area {name} is locked") for name in names))


def _set(editing: Editing, areas: tuple[int, ...], schools: tuple[int, ...]) -> Editing:
    plan = editing.plan.copy()
    touched = tuple(sorted({*plan[list(areas)].tolist(), *schools}))
    plan[list(areas)] = schools
    return replace(
        editing, plan=plan, standing=counted_again(editing.board, plan, editing.standing, touched), touched=touched
    )

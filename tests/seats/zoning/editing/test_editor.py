"""Moving, undoing, redoing, locking: nothing is lost and old states stay as they were."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.seats.zoning.editing.editor import (
    Editing,
    RefusedMoveError,
    begin,
    lock,
    move,
    redo,
    refusals,
    undo,
    unlock,
)
from junheng.seats.zoning.editing.standing import standing
from tests.seats.zoning.editing.boards import board

MOVES = st.lists(st.tuples(st.sets(st.integers(1, 10), min_size=1, max_size=3), st.integers(0, 1)), max_size=6)


def same(one: Editing, other: Editing) -> bool:
    return (
        (one.plan == other.plan).all()
        and (one.standing.sums == other.standing.sums).all()
        and (one.standing.pupils == other.standing.pupils).all()
        and one.standing.loose == other.standing.loose
    )


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_undo_takes_back_and_redo_brings_again(moves: list[tuple[set[int], int]]) -> None:
    states = [begin(board())]
    for areas, school in moves:
        after = move(states[-1], areas, school)
        if len(after.done) > len(states[-1].done):
            states.append(after)
    editing = states[-1]
    for before in reversed(states[:-1]):
        editing = undo(editing)
        assert same(editing, before)
    assert same(undo(editing), editing)
    for after in states[1:]:
        editing = redo(editing)
        assert same(editing, after)
    assert same(redo(editing), editing)


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_numbers_after_moves_are_those_of_a_fresh_count(moves: list[tuple[set[int], int]]) -> None:
    editing = begin(board())
    for areas, school in moves:
        before, plan = editing, editing.plan.copy()
        editing = move(editing, areas, school)
        assert (before.plan == plan).all()
        changed = editing.plan != plan
        assert set(np.flatnonzero(changed).tolist()) <= areas
        assert set(editing.touched) == {*plan[changed].tolist(), *editing.plan[changed].tolist()}
    fresh = standing(editing.board, editing.plan)
    assert (editing.standing.sums == fresh.sums).all()
    assert (editing.standing.pupils == fresh.pupils).all()
    assert editing.standing.loose == fresh.loose


def test_a_new_move_forgets_what_was_undone() -> None:
    editing = move(undo(move(begin(board()), [1], 1)), [2], 1)
    assert editing.undone == ()
    assert len(editing.done) == 1


def test_a_locked_area_does_not_move() -> None:
    editing = lock(begin(board()), [1, 2])
    with pytest.raises(RefusedMoveError, match=r"r0c1.*r0c2") as caught:
        move(editing, [1, 2, 5], 1)
    assert len(caught.value.reasons) == 2
    assert move(unlock(editing, [1, 2]), [1, 2], 1).plan[1] == 1


def test_a_step_with_a_locked_area_is_not_undone_or_redone() -> None:
    editing = move(begin(board()), [1], 1)
    with pytest.raises(RefusedMoveError):
        undo(lock(editing, [1]))
    with pytest.raises(RefusedMoveError):
        redo(lock(undo(editing), [1]))


def test_the_area_of_a_school_stays_with_it() -> None:
    editing = begin(board())
    (reason,) = refusals(editing, [0], 1)
    assert "S0" in reason.zh
    with pytest.raises(RefusedMoveError, match="S0"):
        move(editing, [0], 1)


def test_moving_nothing_is_no_step() -> None:
    editing = begin(board())
    home = int(editing.plan[1])
    assert move(editing, [1], home).done == ()
    assert move(editing, [], 1).touched == ()


def test_a_plan_other_than_today() -> None:
    plan = np.zeros(12, dtype=np.int64)
    editing = begin(board(), plan)
    plan[:] = 1
    assert not editing.plan.any()

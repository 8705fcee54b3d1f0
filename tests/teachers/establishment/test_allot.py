"""Posts shared out anew: the total stays, nobody falls below the floor, nobody could be served better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.teachers.establishment.allot import allot

SCHOOLS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=1, max_size=8)


def test_enough_for_everybody_leaves_the_rest_with_the_county() -> None:
    assert allot(100, [30, 20], [10, 25], [30, 20]) == [30, 25]


def test_too_little_is_shared_in_proportion() -> None:
    assert allot(30, [40, 20], [0, 0], [40, 20]) == [20, 10]


def test_who_would_fall_below_the_floor_is_given_it() -> None:
    assert allot(30, [40, 20], [0, 15], [40, 20]) == [15, 15]


def test_a_tilt_gives_more_to_the_favoured() -> None:
    assert allot(30, [20, 20], [0, 0], [20, 30]) == [12, 18]


def test_floors_that_are_not_covered_are_refused() -> None:
    with pytest.raises(ValueError, match="30 > 20"):
        allot(20, [1, 1], [15, 15], [1, 1])


@given(SCHOOLS, st.integers(0, 400))
def test_nothing_is_lost_and_floors_hold(schools: list[tuple[int, int]], more: int) -> None:
    needs, floors = [one[0] for one in schools], [one[1] for one in schools]
    total = sum(floors) + more
    found = allot(total, needs, floors, needs)
    wanted = [max(both) for both in zip(needs, floors, strict=True)]
    assert sum(found) == min(total, sum(wanted)) or sum(found) == total
    assert all(share >= floor for share, floor in zip(found, floors, strict=True))
    assert sum(found) <= total


@given(SCHOOLS, st.integers(0, 200))
def test_no_exchange_of_one_post_serves_the_worse_served_better(schools: list[tuple[int, int]], more: int) -> None:
    """Who has more than the floor is at most a post better off, by its own share, than anybody else."""
    needs, floors = [one[0] + 1 for one in schools], [one[1] for one in schools]
    total = sum(floors) + more
    found = allot(total, needs, floors, needs)
    if sum(found) < total or found == [max(both) for both in zip(needs, floors, strict=True)]:
        return
    for giver, need in enumerate(needs):
        for taker, other in enumerate(needs):
            if found[giver] > floors[giver]:
                assert (found[giver] - 1) / need <= (found[taker] + 1) / other + 1e-9

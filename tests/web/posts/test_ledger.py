"""The ledger: what decisions move is never made or lost, and moving back restores it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.web.posts.ledger import POOL, UnbalancedError, authorised, moved, opposite
from tests.web.posts.ground import AUTHORISED, line
from tests.web.tiny import CODES

A, B, C = CODES[:3]
MOVES = st.lists(
    st.tuples(
        st.sampled_from((POOL, A, B, C)), st.sampled_from((POOL, A, B, C)), st.integers(0, 50), st.integers(0, 50)
    ),
    max_size=12,
)


@given(MOVES)
def test_the_total_of_the_county_never_changes(moves: list[tuple[str, str, int, int]]) -> None:
    held = start = authorised(AUTHORISED)
    people = sum(one.staff or 0 for one in start.accounts.values())
    done = []
    for origin, target, posts, staff in moves:
        if origin == target:
            continue
        lines = [line(origin, -posts, -staff), line(target, posts, staff)]
        try:
            held = moved(held, lines)
        except UnbalancedError:
            continue
        done.append(lines)
        assert held.total == start.total == 180
        assert sum(one.staff or 0 for one in held.accounts.values()) == people
        assert all(one.posts >= 0 and (one.staff or 0) >= 0 for one in held.accounts.values())
    for lines in reversed(done):
        held = moved(held, opposite(lines))
    assert held == start


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([line(A, 1)], "区县总量不能变"),
        ([line(A, 0, 1)], "调出与调入应相等"),
        ([line(A, -41), line(B, 41)], "不够收回 41"),
        ([line(A, 0, -31), line(B, 0, 31)], "不够调出 31"),
        ([line(A, -1), line("9999999999", 1)], "没有核定编制"),
        ([line(A, -1), line(A, 1)], "写了两行"),
    ],
)
def test_what_does_not_balance_is_refused(lines: list[dict[str, object]], words: str) -> None:
    with pytest.raises(UnbalancedError) as refused:
        moved(authorised(AUTHORISED), lines)
    assert any(words in one.zh for one in refused.value.faults)


def test_people_who_were_never_counted_cannot_be_moved() -> None:
    held = authorised([line(A, 3), {"school": B, "posts": 3, "staff": None}])
    with pytest.raises(UnbalancedError, match="has not said how many"):
        moved(held, [line(A, 0, 1), line(B, 0, -1)])
    assert moved(held, [line(A, -1), line(B, 1)]).accounts[B].staff is None


def test_the_pool_is_there_from_the_start() -> None:
    assert authorised([line(A, 3)]).pool == 0
    assert authorised(AUTHORISED).pool == 2

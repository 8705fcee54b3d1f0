"""A pool is shared to the fen, and nobody loses by counting more."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from junheng.teachers.pay import share_out
from junheng.teachers.pay.share_out import total, yuan

PERSONS = 4
COUNTS = st.lists(st.integers(0, 20), min_size=PERSONS, max_size=PERSONS)
SHARES = {"post": Fraction(1, 2), "load": Fraction(3, 10), "head": Fraction(1, 5)}


@given(st.integers(0, 10**6), COUNTS, COUNTS, COUNTS)
def test_nothing_is_lost_and_nobody_is_owed(fen: int, post: list[int], load: list[int], head: list[int]) -> None:
    paid = share_out(fen, {"post": post, "load": load, "head": head}, SHARES)
    assert sum(map(sum, paid.values())) == (fen if any((*post, *load, *head)) else 0)
    assert all(one >= 0 for part in paid.values() for one in part)


@given(st.integers(0, 10**6), COUNTS, COUNTS, st.integers(0, PERSONS - 1), st.integers(1, 50))
def test_who_counts_more_never_gets_less(fen: int, post: list[int], load: list[int], at: int, more: int) -> None:
    post[(at + 1) % PERSONS] += 1
    raised = [one + more * (at == other) for other, one in enumerate(post)]
    shares = {"post": Fraction(2, 3), "load": Fraction(1, 3)}
    before, after = (total(share_out(fen, {"post": one, "load": load}, shares), PERSONS) for one in (post, raised))
    assert after[at] >= before[at]


def test_a_share_that_goes_to_nobody_goes_to_the_others() -> None:
    bases = {"post": [1.1, 1.0], "load": [0.0, 0.0], "head": [0.0, 1.0]}
    paid = share_out(70000, bases, SHARES)
    assert set(paid) == {"post", "head"}
    assert sum(paid["post"]) == 50000
    assert paid["head"] == [0, 20000]
    assert paid["post"] == [26190, 23810]


def test_yuan_are_exact() -> None:
    assert yuan(123456789012345) == Decimal("1234567890123.45")
    assert str(yuan(100)) == "1.00"

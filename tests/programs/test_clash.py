"""The smallest clash: enough to fail, and no member too many."""

from hypothesis import given
from hypothesis import strategies as st

from junheng.programs import smallest_clash

MEMBERS = st.frozensets(st.integers(0, 7), min_size=1)


@given(st.permutations(range(8)), st.lists(MEMBERS, min_size=1, max_size=4))
def test_it_still_fails_and_needs_every_member(order: list[int], clashes: list[frozenset[int]]) -> None:
    def fails(kept: list[int]) -> bool:
        return any(clash <= set(kept) for clash in clashes)

    left = smallest_clash(order, fails)
    assert fails(left)
    assert not any(fails([other for other in left if other != one]) for one in left)


def test_what_may_be_left_out_first_comes_first() -> None:
    assert smallest_clash(["soft", "hard"], bool) == ["hard"]

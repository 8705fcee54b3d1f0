"""Ranks within groups and what is dealt out by them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from junheng.demo.teachers_ranks import dealt, ranks


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), min_size=1, max_size=40))
def test_each_group_is_numbered_in_the_order_of_its_keys(pairs: list[tuple[int, int]]) -> None:
    group, key = np.array(pairs, dtype=np.int64).T
    found = ranks(group, key.astype(float))
    for one in range(5):
        here = group == one
        assert sorted(found[here]) == list(range(int(here.sum())))
        assert (np.diff(key[here][np.argsort(found[here])]) >= 0).all()


def test_the_first_ranks_get_the_first_name() -> None:
    rank = np.arange(5)
    counts = [np.full(5, 2), np.full(5, 1)]
    assert dealt(("a", "b"), counts, rank, "c").tolist() == ["a", "a", "b", "c", "c"]

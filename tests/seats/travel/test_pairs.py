import numpy as np

from junheng.seats.travel.pairs import in_order


def test_pairs_are_sorted_and_of_two_the_shorter_stays() -> None:
    pairs = in_order(
        np.array([1, 0, 0, 0]),
        np.array([0, 1, 0, 1]),
        np.array([5.0, 2.0, 9.0, 1.004]),
        np.array([False, True, False, False]),
    )
    assert pairs.area.tolist() == [0, 0, 1]
    assert pairs.school.tolist() == [1, 0, 0]
    assert pairs.metres.tolist() == [1.004, 9.0, 5.0]
    table = pairs.table(["p", "q"], ["s", "t"])
    assert table.rows()[0] == ("p", "t", 1.0, "road")
    assert np.isinf(pairs.matrix(2, 2)[1, 1])
    assert pairs.matrix(2, 2)[1, 0] == 5.0


def test_no_pairs_are_an_empty_table() -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert in_order(nothing, nothing, np.empty(0), np.empty(0, dtype=bool)).table([], []).height == 0

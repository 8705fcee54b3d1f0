"""Ways and how far they go."""

import numpy as np

from junheng.balance.remedy.ways.way import Cap, Way


def test_the_nearest_statement_of_a_limit_holds() -> None:
    cap = Cap(per_school=2, schools={("a", ""): 5, ("a", "junior"): 7})
    assert [cap.at("a", "primary"), cap.at("a", "junior"), cap.at("b", "primary")] == [5, 7, 2]
    assert Cap().at("a", "primary") is None
    assert cap.along(("a", "b"), "primary").tolist() == [5, 2]
    assert np.isinf(Cap().along(("a",), "primary")).all()


def test_who_is_hired_takes_a_post_and_others_do_not() -> None:
    assert Way("hire", "art", {"L3": 1.0}, 1.0).posts
    assert not Way("train", "L1", {"L1": 1.0}, 1.0).posts

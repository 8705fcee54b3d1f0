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


def test_a_whole_school_has_its_own_limit_or_that_of_its_sections_together() -> None:
    sections = ("primary", "junior")
    assert Cap(per_school=2, schools={("a", ""): 5, ("a", "junior"): 7}).whole("a", sections) == 5
    assert Cap(per_school=2, schools={("a", "junior"): 7}).whole("a", sections) == 9
    assert Cap(per_school=2).whole("a", sections) == 2
    assert Cap(schools={("a", "junior"): 7}).whole("a", sections) is None
    assert Cap().whole("a", sections) is None


def test_rooms_for_the_classes_of_a_whole_school_are_counted_once() -> None:
    classes = {("a", "primary"): 8.0, ("a", "junior"): 5.0, ("b", ""): 13.0}
    way = Way("build", "music", {"L4": 96.0}, 1.0, rooms=(classes, {("a", ""): 1.0, ("b", "primary"): 1.0}))
    both = ("primary", "junior")
    assert [way.lacking("a", ("primary",), 12), way.lacking("a", both, 12), way.lacking("b", both, 12)] == [0, 1, None]

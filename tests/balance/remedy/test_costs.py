"""Limits as they apply to one school and indicator."""

from junheng.balance.remedy import Limits


def test_what_names_a_school_goes_before_what_holds_for_all() -> None:
    limits = Limits(
        per_school={"L1": 5, "L4": 100},
        schools={"a": {"L1": 9}},
        pinned={("b", "L1"): 2},
        forbidden=frozenset({("c", "L4")}),
    )
    assert limits.range_of("a", "L1") == (0, 9)
    assert limits.range_of("b", "L1") == (2, 2)
    assert limits.range_of("c", "L1") == (0, 5)
    assert limits.range_of("c", "L4") == (0, 0)
    assert limits.range_of("c", "L7") == (0, float("inf"))

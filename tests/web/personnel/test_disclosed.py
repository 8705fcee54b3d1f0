"""What everybody reads: no small count, and none that follows from the others."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from junheng.web.personnel.disclosed import protected, summary_of

SMALL = 7


def _row(of: str, group: str, eligible: int, moved: int) -> dict[str, Any]:
    return {"of": of, "group": group, "eligible": eligible, "moved": moved, "share": moved / max(eligible, 1)}


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=6))
def test_no_small_count_is_shown_and_none_alone_is_hidden(drawn: list[tuple[int, int]]) -> None:
    rows = [_row("age", str(at), max(a, b), min(a, b)) for at, (a, b) in enumerate(drawn)]
    told = protected(rows, SMALL)
    shown = [one for one in told if one["eligible"] is not None]
    for one in shown:
        counts = (one["eligible"], one["moved"], one["eligible"] - one["moved"])
        assert not any(0 < count <= SMALL for count in counts)
    hidden = len(told) - len(shown)
    assert hidden != 1 or len(told) == 1


def test_large_groups_stay_and_kinds_are_apart() -> None:
    rows = [
        _row("gender", "male", 100, 20),
        _row("gender", "female", 80, 15),
        _row("age", "a", 9, 3),
        _row("age", "b", 99, 30),
    ]
    told = protected(rows, SMALL)
    assert [one["eligible"] for one in told] == [100, 80, None, None]


def test_small_totals_are_hidden_too() -> None:
    county: dict[str, Any] = {"teachers": 90, "eligible": 60, "movers": 5, "share": 5 / 60}
    county |= {"backbone_movers": 0, "heads": 0, "dispersion": [], "before": {"missing": 3}, "after": {"missing": 1}}
    found: dict[str, Any] = {"counties": [county], "placements": [], "fairness": []}
    told = summary_of(found, SMALL)
    assert (told["movers"], told["share"], told["eligible"], told["missing"]) == (None, None, 60, [3, 1])

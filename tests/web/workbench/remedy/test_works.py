"""What a plan means for whole schools."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from junheng.web.workbench.remedy.works import whole_cost, works_of
from tests.web.workbench.remedy.ground import LAW, MOVES, PRICES

PAID = {"add": PRICES, "move": MOVES}


def action(
    indicator: str, amount: float, section: str = "primary", code: str = "A", verb: str = "add"
) -> dict[str, Any]:
    paid = {"add": PRICES, "move_in": MOVES}.get(verb, {})
    cost = round(amount * paid.get(indicator, 0), 2)
    return {
        "school_code": code,
        "school_name": code,
        "section": section,
        "indicator": indicator,
        "action": verb,
        "amount": amount,
        "cost": cost,
    }


def test_a_school_of_one_section_gets_what_the_plan_gives() -> None:
    (work,) = works_of([action("L4", 12.5)], {("A", "primary"): 1.0}, LAW, PAID)
    assert (work["amount"], work["cost"], work["section"]) == (12.5, 43_750.0, "primary")
    assert "planned" not in work


def test_the_section_that_needs_most_of_its_share_decides() -> None:
    shares = {("A", "primary"): 0.6, ("A", "junior"): 0.4}
    (work,) = works_of([action("L5", 60), action("L5", 80, "junior")], shares, LAW, PAID)
    assert (work["amount"], work["section"], work["sections"]) == (200, "", ["primary", "junior"])
    assert work["planned"] == 140
    assert work["cost"] == 200 * PRICES["L5"]


def test_rooms_come_whole() -> None:
    (work,) = works_of([action("L7", 1, "junior")], {("A", "junior"): 0.3}, LAW, PAID)
    assert work["amount"] == 4


def test_teachers_are_a_sections_own_and_moves_stay_as_they_are() -> None:
    shares = {("A", "primary"): 0.6, ("A", "junior"): 0.4}
    actions = [action("L1", 2), action("L1", 1, "junior", verb="move_in"), action("L1", 1, "junior", "B", "move_out")]
    works = works_of(actions, shares, LAW, PAID)
    assert [(one["school_code"], one["section"], one["amount"]) for one in works] == [
        ("A", "junior", 1),
        ("A", "primary", 2),
        ("B", "junior", 1),
    ]
    assert whole_cost(works) == 2 * 120_000 + 18_000


@given(st.floats(0.01, 0.99), st.floats(0.01, 5000), st.floats(0.01, 5000))
def test_every_section_gets_at_least_its_due_and_the_whole_is_no_less_than_the_parts(
    share: float, one: float, other: float
) -> None:
    shares = {("A", "primary"): share, ("A", "junior"): 1 - share}
    (work,) = works_of([action("L4", one), action("L4", other, "junior")], shares, LAW, PAID)
    assert work["amount"] * share >= one * (1 - 1e-6) - 1e-6
    assert work["amount"] * (1 - share) >= other * (1 - 1e-6) - 1e-6
    assert work["amount"] >= (one + other) * (1 - 1e-6) - 1e-6

"""What a plan means for whole schools."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from junheng.web.workbench.remedy.works import whole_cost, works_of
from tests.web.workbench.remedy.ground import LAW

SHARED = {("A", section, id_): share for section, share in (("primary", 0.6), ("junior", 0.4)) for id_ in ("L5", "L7")}


def action(
    indicator: str, amount: float, section: str = "primary", *, code: str = "A", verb: str = "add", cost: float = 1.0
) -> dict[str, Any]:
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
    (work,) = works_of([action("L4", 12.5, cost=43_750.0)], {}, LAW, {})
    assert (work["amount"], work["cost"], work["section"]) == (12.5, 43_750.0, "primary")


def test_what_both_sections_get_is_one_work_that_is_paid_once() -> None:
    (work,) = works_of([action("L5", 120, cost=54_000.0), action("L5", 80, "junior", cost=36_000.0)], SHARED, LAW, {})
    assert (work["amount"], work["section"], work["sections"]) == (200, "", ["primary", "junior"])
    assert work["cost"] == 90_000


def test_a_room_is_a_room_though_each_section_gets_a_part() -> None:
    (work,) = works_of([action("L7", 2.4), action("L7", 1.6, "junior")], SHARED, LAW, {})
    assert work["amount"] == 4


def test_teachers_are_a_sections_own_and_moves_stay_as_they_are() -> None:
    actions = [
        action("L1", 2),
        action("L1", 1, "junior", verb="move_in"),
        action("L1", 1, "junior", code="B", verb="move_out"),
    ]
    works = works_of(actions, SHARED, LAW, {})
    assert [(one["school_code"], one["section"], one["amount"]) for one in works] == [
        ("A", "junior", 1),
        ("A", "primary", 2),
        ("B", "junior", 1),
    ]


@given(st.floats(0.01, 0.99), st.integers(1, 5_000_000), st.integers(0, 10**9))
def test_the_whole_is_found_again_from_its_parts_to_the_smallest_step(share: float, steps: int, fen: int) -> None:
    shares = {("A", "primary", "L4"): share, ("A", "junior", "L4"): 1 - share}
    amount, cost = steps / 1000, fen / 100
    borne = round(share * cost, 2)
    parts = [
        action("L4", round(share * amount, 6), cost=borne),
        action("L4", round((1 - share) * amount, 6), "junior", cost=round(cost - borne, 2)),
    ]
    (work,) = works_of(parts, shares, LAW, {})
    assert work["amount"] == amount
    assert whole_cost([work]) == round(cost, 2)

"""Totals of all counties, and demands in the order of what they save."""

from junheng.web.workbench.remedy.further_tables import ordered, pairs, plain_cost


def test_totals_are_those_of_all_counties_or_nothing() -> None:
    def county(cost: float | None) -> dict[str, object]:
        sides = [{"what": "L1", "factor": factor, "cost": cost, "bound": 1.0} for factor in (0.9, 1.1)]
        return {"cost": cost, "bound": 1.0, "variants": sides}

    known = {"counties": {"a": county(2.0), "b": county(3.0)}}
    assert plain_cost(known) == 5.0
    assert pairs(known) == [("L1", (5.0, 2.0), (5.0, 2.0))]
    lacking = {"counties": {"a": county(2.0), "b": county(None)}}
    assert plain_cost(lacking) is None
    assert pairs(lacking) == [("L1", (None, 2.0), (None, 2.0))]


def test_the_dearest_stands_first_and_schools_apart() -> None:
    prices = [{"kind": kind, "saved_most": most} for kind, most in (("count", 1.0), ("school", 9.0), ("total", 4.0))]
    answer = {"sections": [{"county_code": "c", "section": "junior", "demands": prices}]}
    assert [one["saved_most"] for _, _, one in ordered(answer, schools=False)] == [4.0, 1.0]
    assert [one["kind"] for _, _, one in ordered(answer, schools=True)] == ["school"]

"""Parts of sections put together again."""

from junheng.balance.remedy import Action, Plan, wholes

SHARES = {("a", "primary", "L7"): 0.6, ("a", "junior", "L7"): 0.4, ("b", "junior", "L4"): 0.5}


def plan(section: str, *actions: Action) -> Plan:
    return Plan(("c", section), "optimal", 0.0, 0.0, actions)


def test_a_work_of_a_whole_school_is_told_once_with_all_it_costs() -> None:
    plans = (
        plan("primary", Action("a", "L7", "build", 1.2, 60.0, kind="lab"), Action("a", "L1", "add", 1.0, 9.0)),
        plan("junior", Action("a", "L7", "build", 0.8, 40.0, kind="lab"), Action("b", "L4", "add", 5.0, 7.0)),
    )
    assert [one.to_dict() for one in wholes(plans, SHARES)] == [
        {
            "school_code": "a",
            "indicator": "L7",
            "action": "build",
            "amount": 2,
            "cost": 100.0,
            "kind": "lab",
            "sections": ["primary", "junior"],
        },
        {"school_code": "b", "indicator": "L4", "action": "add", "amount": 10, "cost": 7.0, "sections": ["junior"]},
    ]


def test_what_is_a_sections_own_is_no_work_of_the_whole_school() -> None:
    assert wholes([plan("primary", Action("a", "L4", "add", 1.0, 9.0))], SHARES) == ()

"""What rows say of themselves."""

from junheng.web.workbench.models import PlanState, ZonePlan


def test_only_plans_heard_or_adopted_are_public(plan: ZonePlan) -> None:
    found = {}
    for state in PlanState:
        plan.state = state
        found[state] = plan.public
    assert found == {"draft": False, "hearing": True, "adopted": True, "withdrawn": False}


def test_rows_have_names(plan: ZonePlan) -> None:
    assert "样例方案" in str(plan)
    assert plan.base.folder.name == plan.base.path
    assert str(plan.base).startswith("2025 ")

"""A planning base of the small county, and a draft of its primary zones."""

from pathlib import Path

import pytest
from pytest_django import Settings

from junheng.policy.text import Text
from junheng.seats.zoning.editing import Editing
from junheng.web.accounts.reach import SYSTEM
from junheng.web.workbench.actions.draw_plan import draw_plan
from junheng.web.workbench.actions.freeze_base import freeze_base
from junheng.web.workbench.editing import land_for, opened
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import PlanningBase, ZonePlan
from tests.web.people import COUNTY, People
from tests.web.workbench.ground import YEAR, tables


@pytest.fixture
def base(staff: People, settings: Settings, tmp_path: Path) -> PlanningBase:
    settings.VAR = tmp_path / "var"
    note = Text("合成", "synthetic")
    return freeze_base(
        SYSTEM, tables(), year=YEAR, name="样例底数", costs={"new_class_yuan": 7}, synthetic=True, note=note
    )


@pytest.fixture
def long_base(staff: People, settings: Settings, tmp_path: Path) -> PlanningBase:
    """The children of five years: a past that forecasts can be tested by."""
    settings.VAR = tmp_path / "var"
    return freeze_base(SYSTEM, tables(years=5), year=YEAR, name="样例底数", synthetic=True)


@pytest.fixture
def plan(staff: People, base: PlanningBase) -> ZonePlan:
    return draw_plan(staff.actor("planner"), base, COUNTY, "primary", "样例方案")


@pytest.fixture
def land(plan: ZonePlan) -> Land:
    return land_for(plan)


@pytest.fixture
def editing(plan: ZonePlan) -> Editing:
    return opened(plan)

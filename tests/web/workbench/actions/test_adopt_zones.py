"""Zones of a plan become a draft."""

import polars as pl
import pytest

from junheng.web.kit.refusal import Refusal
from junheng.web.kit.store import put
from junheng.web.workbench.actions.adopt_zones import adopt_zones
from junheng.web.workbench.models import PlanningBase, Study, StudyKind
from tests.web.people import COUNTY, People
from tests.web.workbench.ground import AREAS, ZONES, A, B


@pytest.fixture
def study(staff: People, base: PlanningBase) -> Study:
    from io import BytesIO

    place = {**dict(zip(AREAS, ZONES, strict=True)), AREAS[0]: B, AREAS[1]: "S1"}
    rows = [(2026, COUNTY, "primary", area, school) for area, school in place.items()]
    table = pl.DataFrame(rows, schema=["year", "county_code", "section", "area", "place"], orient="row")
    held = BytesIO()
    table.write_parquet(held)
    files = {"zones.parquet": put([held.getvalue()])[0]}
    return Study.objects.create(
        kind=StudyKind.HORIZON,
        base=base,
        organisation=staff.places[COUNTY],
        county_code=COUNTY,
        name="规划",
        files=files,
        result={"new_sites": ["S1"]},
    )


def test_areas_of_schools_yet_to_be_built_stay_with_todays(staff: People, study: Study) -> None:
    plan = adopt_zones(staff.actor("planner"), study.pk, COUNTY, "primary", 2026)
    assert plan.zones[AREAS[0]] == B
    assert plan.zones[AREAS[1]] == A
    assert plan.name == "规划·2026"
    assert "1个片区" in plan.words["zh"]


@pytest.mark.parametrize(("section", "year"), [("junior", 2026), ("primary", 2030)])
def test_zones_that_are_not_there_are_refused(staff: People, study: Study, section: str, year: int) -> None:
    with pytest.raises(Refusal):
        adopt_zones(staff.actor("planner"), study.pk, COUNTY, section, year)


def test_a_study_at_work_has_no_zones(staff: People, study: Study) -> None:
    Study.objects.everything("test").filter(pk=study.pk).update(files={}, result=None)
    with pytest.raises(Refusal):
        adopt_zones(staff.actor("planner"), study.pk, COUNTY, "primary", 2026)

"""Maps as paths and classes."""

from junheng.web.workbench.choropleth import GAP, WAY, legend, look, sheet_of, township_keys
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import planning
from tests.web.people import COUNTY
from tests.web.workbench.ground import AREAS, middle


def test_values_have_the_class_of_their_step() -> None:
    assert [look(value, GAP, "g") for value in (-3000, -2000, 0, 100, 5000)] == ["g0", "g1", "g3", "g4", "g6"]
    assert look(None, WAY, "w") == "none"
    assert [one.look for one in legend(WAY, "w", "m")] == [f"w{at}" for at in range(6)]
    assert legend(WAY, "w", "m")[1].words == "500 – 1,000 m"


def test_areas_and_townships_are_drawn_once(base: PlanningBase) -> None:
    areas, towns = sheet_of(base, COUNTY, "area"), sheet_of(base, COUNTY, "township")
    assert set(areas.paths) == set(AREAS)
    assert (
        set(towns.paths)
        == set(township_keys(planning(base, COUNTY).areas))
        == {f"{COUNTY}/第{row}街道" for row in (1, 2, 3)}
    )
    assert sheet_of(base, COUNTY, "area") is areas


def test_points_lie_where_the_map_has_them(base: PlanningBase) -> None:
    sheet = sheet_of(base, "", "area")
    west, _ = (float(one) for one in sheet.at(*middle(0)))
    east, south = (float(one) for one in sheet.at(*middle(3)))
    assert west < east
    assert south > sheet.height / 2

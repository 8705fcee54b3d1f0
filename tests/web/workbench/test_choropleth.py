"""Maps as paths and classes."""

from junheng.web.workbench.choropleth import (
    GAP,
    WAY,
    gap_legend,
    look,
    named_on,
    sheet_of,
    township_keys,
    way_legend,
)
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import planning
from tests.web.people import COUNTY
from tests.web.workbench.ground import AREAS, middle


def test_values_have_the_class_of_their_step() -> None:
    assert [look(value, GAP, "g") for value in (-3000, -2000, 0, 100, 5000)] == ["g0", "g1", "g3", "g4", "g6"]
    assert look(None, WAY, "w") == "none"


def test_legends_say_what_is_spare_and_what_is_short() -> None:
    gap, way = gap_legend(), way_legend()
    assert [one.look for one in gap] == [f"g{at}" for at in range(7)]
    assert [one.words for one in gap] == [
        "余 2,000 以上",
        "余 500–2,000",
        "余 100–500",
        "大致平衡（±100）",
        "缺 100–500",
        "缺 500–2,000",
        "缺 2,000 以上",
    ]
    assert [one.look for one in way] == [f"w{at}" for at in range(6)]
    assert (way[0].words, way[-1].words) == ("0–500 米", "5,000 以上 米")


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


def test_names_stand_inside_what_they_name(base: PlanningBase) -> None:
    county, city = sheet_of(base, COUNTY, "township"), sheet_of(base, "", "township")
    assert set(county.names) == {f"第{row}街道" for row in (1, 2, 3)}
    heights = [float(county.names[f"第{row}街道"][1]) for row in (1, 2, 3)]
    assert heights == sorted(heights, reverse=True)
    assert set(named_on(city, {COUNTY: "样例区"})) == {"样例区"}
    assert set(named_on(city, {})) == {COUNTY}

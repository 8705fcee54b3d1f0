"""What the public reads gives no child away and tells everybody what changes."""

import pytest

from junheng.publish.table import SUPPRESSED
from junheng.seats.zoning.editing import Editing, move
from junheng.web.workbench import hearing
from junheng.web.workbench.land import Land
from junheng.web.workbench.models import ZonePlan
from junheng.web.workbench.showing import today_of
from tests.web.workbench.ground import AREAS


@pytest.fixture
def moved(land: Land) -> Editing:
    return move(today_of(land), [1], 1)


@pytest.mark.parametrize(("value", "shown"), [(0, 0), (1, SUPPRESSED), (7, SUPPRESSED), (8, 10), (14, 10), (26, 30)])
def test_counts_are_rounded_and_small_ones_hidden(value: int, shown: object) -> None:
    assert hearing.public_count(value, 7) == shown


def test_no_table_holds_an_exact_count_of_children(plan: ZonePlan, land: Land, moved: Editing) -> None:
    zones = hearing.zones_table(plan, land, moved)
    assert zones.column("pupils") == [60, 50, 40]
    assert zones.column("arriving") == [0, 10, 0]
    assert all(one is SUPPRESSED or one % hearing.ROUND == 0 for one in zones.column("pupils"))
    areas = hearing.areas_table(plan, land, moved)
    assert {column.id for column in areas.columns if column.numeric} == {"metres_today", "metres"}
    assert areas.column("changes").count("是") == 1


def test_the_headline_counts_pupils_in_tens_and_areas(plan: ZonePlan, land: Land, moved: Editing) -> None:
    assert hearing.headline(plan, land, moved) == hearing.Headline(10, 1, 12)
    assert hearing.headline(plan, land, today_of(land)) == hearing.Headline(0, 0, 12)


def test_an_address_is_told_both_schools_and_both_ways(land: Land, moved: Editing) -> None:
    mine = hearing.address(land, moved, AREAS[1])
    assert mine is not None
    assert (mine.school_today, mine.school, mine.changes) == ("样例第1小学", "样例第2小学", True)
    assert mine.metres_today == pytest.approx(mine.metres, rel=0.01)
    other = hearing.address(land, moved, AREAS[0])
    assert other is not None
    assert not other.changes
    assert hearing.address(land, moved, "x") is None


def test_addresses_are_found_by_area_and_school(land: Land, moved: Editing) -> None:
    assert [one.code for one in hearing.addresses(land, moved, "第1街道2号")] == [AREAS[1]]
    assert len(hearing.addresses(land, moved, "第2小学")) == 4
    assert hearing.addresses(land, moved, " ") == []


def test_zones_in_words_name_areas_once_and_neighbours_by_side(land: Land) -> None:
    first, second, third = hearing.described(land, today_of(land))
    assert first.areas == "第1街道1、2号片区；第2街道1、2号片区；第3街道1、2号片区"
    assert first.sides == ("东邻 样例第2小学 学区",)
    assert second.sides == ("东邻 样例第3小学 学区", "西邻 样例第1小学 学区")
    assert third.sides == ("西邻 样例第2小学 学区",)


def test_a_school_without_a_zone_is_said_so(land: Land) -> None:
    nobody = move(today_of(land), [2, 10], 0)
    assert hearing.listed(land, []) == ""
    assert hearing.described(land, nobody)[1].areas == "第2街道3号片区"

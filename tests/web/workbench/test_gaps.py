"""The gap of one year under a what-if."""

import pytest

from junheng.web.workbench.gaps import Question, answer_of, gap_shapes, gap_table, sections, way_shapes
from junheng.web.workbench.models import PlanningBase
from tests.web.people import COUNTY

QUESTION = Question(COUNTY, "primary", 2025)


def test_children_and_seats_are_those_of_the_base(base: PlanningBase) -> None:
    answer = answer_of(base, QUESTION)
    sums = answer.townships.select("children", "schools", "seats", "gap").sum().row(0, named=True)
    assert sums == {"children": 144.0, "schools": 3, "seats": 18 * 45.0, "gap": 144.0 - 810}
    assert answer_of(base, QUESTION) is answer
    assert not answer.by_road


def test_the_city_is_not_measured_and_a_county_is(base: PlanningBase) -> None:
    assert answer_of(base, Question("", "primary", 2025)).areas["nearest"].null_count() == 12
    county = answer_of(base, QUESTION)
    assert county.areas["nearest"].null_count() == 0
    assert 0 < county.townships["covered"].max() <= 100  # type: ignore[operator]


def test_fewer_births_mean_fewer_children_later(base: PlanningBase) -> None:
    held = answer_of(base, Question(COUNTY, "primary", 2035)).townships["children"].sum()
    fewer = answer_of(base, Question(COUNTY, "primary", 2035, births=-10)).townships["children"].sum()
    assert fewer < held


@pytest.mark.parametrize("section", sections())
def test_map_and_table_say_the_same(base: PlanningBase, section: str) -> None:
    question = Question(COUNTY, section, 2025)
    answer = answer_of(base, question)
    shapes, table = gap_shapes(base, question, answer), gap_table(base, question, answer)
    assert len(shapes) == len(table.rows) == 3
    for shape, gap in zip(shapes, table.column("gap_now"), strict=True):
        assert f"{gap:+,.0f}" in shape.words
    assert any(one.zh == "合成" for one in table.notes)


def test_every_area_says_how_far_its_free_seat_is(base: PlanningBase) -> None:
    shapes = way_shapes(base, QUESTION, answer_of(base, QUESTION))
    assert len(shapes) == 12
    assert all("米" in one.words for one in shapes)


def test_where_no_seat_is_free_there_is_no_way_to_one(base: PlanningBase) -> None:
    full = answer_of(base, Question(COUNTY, "primary", 2025, norm=1))
    assert full.areas["nearest_free"].null_count() == 12
    assert full.townships["free_metres"].to_list() == [None] * 3

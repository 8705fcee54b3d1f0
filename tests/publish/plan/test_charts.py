"""Charts of a plan."""

from dataclasses import replace

import polars as pl

from junheng.publish.charts import to_svg
from junheng.publish.plan import Source
from junheng.publish.plan.charts import course_chart, gap_map, townships


def test_the_course_plots_every_year_and_the_seats_of_milestones(source: Source) -> None:
    chart = course_chart(source.plan)
    assert {row["year"] for row in chart.values} == {str(year) for year in range(2025, 2031)}
    seats = [row for row in chart.values if row["label"]]
    assert len(seats) == 4
    assert all(row["label"].replace(",", "") == str(row["value"]) for row in seats)
    assert "<svg" in to_svg(chart)


def test_the_map_has_every_township_and_every_project(source: Source) -> None:
    chart = gap_map(source.plan, source.base, 2030, "primary")
    shapes, marks = chart.spec["layer"]
    assert len(shapes["data"]["values"]) == 4
    built = source.plan.projects.filter(pl.col("primary") > 0)
    assert len(marks["data"]["values"]) == built.height
    assert to_svg(chart).count("<path") > 4


def test_a_map_without_projects_has_no_marks(source: Source) -> None:
    bare = replace(source.plan, projects=source.plan.projects.clear())
    assert len(gap_map(bare, source.base, 2030, "primary", "en").spec["layer"]) == 1


def test_townships_are_made_of_their_areas(source: Source) -> None:
    assert set(townships(source.base)) == {(county, f"{county}镇{at}") for county in "AB" for at in (0, 1)}

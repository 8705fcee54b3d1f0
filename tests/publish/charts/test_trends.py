"""Lines over the years."""

from junheng.balance.model import CityVerdict
from junheng.publish import tables
from junheng.publish.charts import to_svg, trend_chart
from tests.publish.conftest import COUNTY


def test_every_known_point_is_labelled_with_its_value(years: tuple[CityVerdict, ...]) -> None:
    chart = trend_chart(tables.trend(years, COUNTY))
    assert len(chart.values) == 13 * 3
    assert all(f"{row['value']:.3f}" == row["label"] for row in chart.values)
    assert {row["year"] for row in chart.values} == {"2021", "2022", "2023"}


def test_the_axis_starts_at_zero(years: tuple[CityVerdict, ...]) -> None:
    layers = trend_chart(tables.trend(years, COUNTY)).spec["spec"]["layer"]
    assert all(layer["encoding"]["y"]["scale"]["domain"][0] == 0 for layer in layers)


def test_the_labels_of_the_sections_do_not_cover_each_other(years: tuple[CityVerdict, ...]) -> None:
    rows = trend_chart(tables.trend(years, COUNTY)).values
    assert {(row["section"], row["above"]) for row in rows} == {("小学", True), ("初中", False)}


def test_it_renders_in_english(years: tuple[CityVerdict, ...]) -> None:
    assert "Junior secondary" in to_svg(trend_chart(tables.trend(years, COUNTY), "en"))

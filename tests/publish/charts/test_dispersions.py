"""Bars of dispersions: from zero, labelled with what is plotted."""

from junheng.balance.model import CityVerdict
from junheng.publish import tables
from junheng.publish.charts import dispersion_chart, to_svg
from junheng.publish.rounding import shown
from tests.publish.conftest import COUNTY


def test_labels_equal_plotted_values_and_the_table(city: CityVerdict) -> None:
    table = tables.dispersions(city, COUNTY)
    chart = dispersion_chart(table)
    assert len(chart.values) == 14
    for row, exact in zip(chart.values, table.column("dispersion"), strict=True):
        assert row["label"] == shown(exact, 3)
        if exact is not None:
            assert f"{row['value']:.3f}" == row["label"]


def test_the_axis_starts_at_zero_in_every_layer(city: CityVerdict) -> None:
    chart = dispersion_chart(tables.dispersions(city, COUNTY))
    scales = [layer["encoding"]["x"]["scale"] for layer in chart.spec["spec"]["layer"]]
    assert all(scale["domain"][0] == 0 and scale["zero"] for scale in scales)


def test_what_cannot_be_computed_has_a_dash_and_no_bar(city: CityVerdict) -> None:
    last = dispersion_chart(tables.dispersions(city, COUNTY)).values[-1]
    assert (last["value"], last["label"], last["state"]) == (None, "—", "未评定")


def test_sections_keep_their_order_and_the_words_hold_every_number(city: CityVerdict) -> None:
    chart = dispersion_chart(tables.dispersions(city, COUNTY), "en")
    assert chart.spec["facet"]["row"]["sort"] == ["Primary", "Junior secondary"]
    assert all(row["label"] in chart.alt for row in chart.values)
    assert "0.504" in to_svg(chart)

"""Lines of the dispersions over the years."""

from typing import Any

from junheng.policy.text import Language, Text
from junheng.publish.charts.chart import Chart, chart_of
from junheng.publish.charts.parts import Part, layer, order, plotted, zero_axis
from junheng.publish.display import cell_text
from junheng.publish.table import Table

COLOURS = ["#2b6ca3", "#c2410c", "#5b7f2b"]
DASHES = [[1, 0], [5, 3], [1, 2]]
AXIS = Text("差异系数", "Dispersion")


def trend_chart(table: Table, language: Language = "zh") -> Chart:
    """A panel per indicator of a ``trend`` table with a line per section; every point carries its number."""
    rows = _points(table, language)
    x = {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    y = {"field": "value", **zero_axis([row["value"] for row in rows], AXIS.in_(language))}
    place = {"x": x, "y": y, "color": _by_section(rows, COLOURS)}
    layers = [
        layer({"type": "line"}, {**place, "strokeDash": _by_section(rows, DASHES)}),
        layer({"type": "point", "filled": True, "opacity": 1}, place),
        *(_label(place, above) for above in (True, False)),
    ]
    spec = {
        "data": {"values": rows},
        "facet": {"field": "indicator", "type": "nominal", "title": None, "sort": order(rows, "indicator")},
        "columns": 4,
        "spec": {"width": 130, "height": 120, "layer": layers},
    }
    lines = [f"{row['year']} {row['section']} {row['indicator']} {row['label']}" for row in rows]
    return chart_of("trend_chart", table, language, spec, ("；" if language == "zh" else "; ").join(lines))


def _by_section(rows: list[Part], values: list[Any]) -> Part:
    sections = order(rows, "section")
    scale = {"domain": sections, "range": values[: len(sections)]}
    return {"field": "section", "type": "nominal", "title": None, "scale": scale}


def _label(place: Part, above: bool) -> Part:
    mark = {"type": "text", "dy": -8 if above else 11, "fontSize": 9}
    part = layer(mark, {**place, "text": {"field": "label"}})
    return {**part, "transform": [{"filter": "datum.above" if above else "!datum.above"}]}


def _points(table: Table, language: Language) -> list[Part]:
    columns = [column for column in table.columns if column.id.startswith("dispersion_")]
    records = table.records()
    return [
        {
            "section": record["section"].in_(language),
            "indicator": record["indicator_title"].in_(language),
            "above": record["section"] == records[0]["section"],
            "year": column.id.removeprefix("dispersion_"),
            "value": plotted(record[column.id], column.decimals),
            "label": cell_text(column, record[column.id], language),
        }
        for record in records
        for column in columns
        if record[column.id] is not None
    ]

"""Bars of the dispersions against their limits."""

from collections.abc import Mapping
from typing import Any

from junheng.balance.model import STATE_TITLES
from junheng.policy.text import Language, Text
from junheng.publish.charts.chart import Chart, chart_of
from junheng.publish.charts.parts import LIMIT, Part, layer, order, plotted, state_colour, zero_axis
from junheng.publish.rounding import DISPERSION, shown
from junheng.publish.table import Table

LABEL_LIMIT = 340
AXIS = Text("差异系数（竖线为上限）", "Dispersion (line: limit)")


def dispersion_chart(table: Table, language: Language = "zh") -> Chart:
    """One bar per row of a ``dispersions`` table, a panel per section; ``—`` stands where there is no value."""
    rows = [_bar(record, language) for record in table.records()]
    y = {"field": "indicator", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": LABEL_LIMIT}}
    x = zero_axis([row[name] for row in rows for name in ("value", "limit")], AXIS.in_(language))
    label = {"x": {"field": "at", **x}, "y": y, "text": {"field": "label"}}
    text = {"type": "text", "align": "left", "dx": 4}
    spec = {
        "data": {"values": rows},
        "facet": {"row": {"field": "section", "title": None, "sort": order(rows, "section")}},
        "spec": {
            "width": 400,
            "height": {"step": 24},
            "layer": [
                layer(
                    {"type": "bar", "height": 14},
                    {"x": {"field": "value", **x}, "y": y, "color": state_colour(language)},
                ),
                layer(LIMIT, {"x": {"field": "limit", **x}, "y": y}),
                layer({**text, "stroke": "white", "strokeWidth": 4}, label),
                layer(text, label),
            ],
        },
        "resolve": {"scale": {"y": "independent"}},
    }
    return chart_of("dispersion_chart", table, language, spec, _words(rows, language))


def _words(rows: list[Part], language: Language) -> str:
    lines = [f"{row['section']} {row['indicator']} {row['label']}" for row in rows]
    return ("；" if language == "zh" else "; ").join(lines)


def _bar(record: Mapping[str, Any], language: Language) -> Part:
    value = plotted(record["dispersion"], DISPERSION)
    return {
        "section": record["section"].in_(language),
        "indicator": record["indicator_title"].in_(language),
        "value": value,
        "at": value or 0,
        "label": shown(record["dispersion"], DISPERSION),
        "limit": plotted(record["limit"], DISPERSION),
        "state": STATE_TITLES[record["met"]].in_(language),
    }

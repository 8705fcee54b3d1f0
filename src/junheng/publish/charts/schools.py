"""Dots of one indicator, one dot per school section."""

from collections.abc import Iterator, Mapping

from junheng.balance.model import STATE_TITLES, State, state_of
from junheng.policy.text import Language, Text
from junheng.publish.charts.chart import Chart, chart_of
from junheng.publish.charts.parts import LIMIT, Part, layer, plotted, state_colour, zero_axis
from junheng.publish.display import cell_text, heading
from junheng.publish.rounding import AVERAGE
from junheng.publish.table import Column, Suppressed, Table

SPREAD = 11
STEP = 7

Thresholds = Mapping[str, float | None]
"""A section's title -> what a school must reach."""


def school_chart(table: Table, indicator: str, thresholds: Thresholds, language: Language = "zh") -> Chart:
    """A strip per section of a ``school_values`` table with the threshold as a line.

    ``thresholds`` is keyed by the section's title in the language of the chart.
    """
    column = next(column for column in table.columns if column.id == indicator)
    rows = list(_dots(table, column, thresholds, language))
    x = zero_axis([row[name] for row in rows for name in ("value", "threshold")], heading(column, language))
    y = {"field": "section", "type": "nominal", "sort": None, "title": None}
    dot = {
        "x": {"field": "value", **x},
        "y": y,
        "yOffset": {"field": "place", "type": "quantitative"},
        "color": state_colour(language),
    }
    layers = [
        layer({"type": "circle", "opacity": 0.6, "size": 40}, dot),
        layer({**LIMIT, "size": 50}, {"x": {"field": "threshold", **x}, "y": y}),
    ]
    spec = {"data": {"values": rows}, "width": 460, "height": {"step": 60}, "layer": layers}
    met = sum(row["state"] == STATE_TITLES[State.MET].in_(language) for row in rows)
    words = Text(f"{len(rows)}个学校（学段）中{met}个达标", f"{met} of {len(rows)} school sections meet it")
    return chart_of(f"school_chart_{indicator}", table, language, spec, words.in_(language), part=column.title)


def _dots(table: Table, column: Column, thresholds: Thresholds, language: Language) -> Iterator[Part]:
    for number, record in enumerate(table.records()):
        value, section = record[column.id], record["section"].in_(language)
        wanted = thresholds.get(section)
        if value is not None and not isinstance(value, Suppressed):
            yield {
                "section": section,
                "school": record["school_name"],
                "value": plotted(value, column.decimals),
                "label": cell_text(column, value, language),
                "threshold": plotted(wanted, AVERAGE),
                "state": STATE_TITLES[state_of(None if wanted is None else value >= wanted)].in_(language),
                "place": number * STEP % SPREAD,
            }

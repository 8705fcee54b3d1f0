"""A map of points: areas as coloured dots, schools and sites as marks above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Language, Text
from junheng.publish.charts import Chart
from junheng.publish.charts.chart import chart_of
from junheng.publish.charts.parts import layer
from junheng.publish.table import Table

COLOURS = ("#2166ac", "#67a9cf", "#d1e5f0", "#f7f7f7", "#fddbc7", "#ef8a62", "#b2182b")
"""Diverging scheme RdBu (C. Brewer), safe for colour-blind readers: blue is spare, red is missing."""
UNKNOWN = "#bbbbbb"
SHAPES = {"school": "square", "site": "triangle-up"}
KINDS = {"school": Text("现有学校", "School"), "site": Text("新开", "New site")}
WIDTH, HEIGHT = 620, 560
DOT = {"type": "circle", "size": 30, "opacity": 1, "stroke": "#999999", "strokeWidth": 0.3, "invalid": None}


@dataclass(frozen=True, slots=True)
class Dot:
    """An area: its place in degrees and its value; None is not known and drawn grey."""

    name: str
    lon: float
    lat: float
    value: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A ``school`` or an opened ``site``."""

    kind: str
    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a map shows: ``breaks`` are the six values at which the colour changes, ``words`` tell who cannot see it."""

    title: Text
    legend: Text
    dots: Sequence[Dot]
    marks: Sequence[Mark]
    breaks: Sequence[float]
    words: Text


def point_map(drawing: Drawing, language: Language = "zh") -> Chart:
    """The map in Mercator's projection, which keeps shapes."""
    rows = [{"name": one.name, "lon": one.lon, "lat": one.lat, "value": one.value} for one in drawing.dots]
    colour = {
        "condition": {"test": "datum.value === null", "value": UNKNOWN},
        "field": "value",
        "type": "quantitative",
        "title": drawing.legend.in_(language),
        "scale": {"type": "threshold", "domain": list(drawing.breaks), "range": list(COLOURS)},
    }
    layers = [layer(DOT, {**_place(), "color": colour})]
    if drawing.marks:
        layers.append(_marks(drawing.marks, language))
    spec: dict[str, Any] = {
        "title": drawing.title.in_(language),
        "width": WIDTH,
        "height": HEIGHT,
        "projection": {"type": "mercator"},
        "layer": layers,
        "data": {"values": rows},
    }
    return chart_of("map", Table("map", drawing.title, (), ()), language, spec, drawing.words.in_(language))


def _place() -> dict[str, Any]:
    return {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }


def _marks(marks: Sequence[Mark], language: Language) -> dict[str, Any]:
    kinds = [KINDS[one].in_(language) for one in KINDS]
    shape = {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": kinds, "range": list(SHAPES.values())},
    }
    fill = {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": kinds, "range": ["#14262b", "#0a7d33"]},
    }
    values = [
        {"kind": KINDS[one.kind].in_(language), "name": one.name, "lon": one.lon, "lat": one.lat} for one in marks
    ]
    mark = {"type": "point", "filled": True, "size": 40, "stroke": "#ffffff", "strokeWidth": 0.6, "opacity": 1}
    return {"data": {"values": values}, **layer(mark, {**_place(), "shape": shape, "fill": fill})}

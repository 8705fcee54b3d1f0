"""A chart and its renderings; no browser and no network is used."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.policy.text import Language, Text
from junheng.publish.fonts import SANS, font_folder
from junheng.publish.table import Table

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
PRINT_SCALE = 2.0
CONFIG = {
    "font": SANS,
    "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"},
    "view": {"stroke": "#cccccc"},
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite specification with its data inside; ``alt`` says in words what it shows."""

    id: str
    title: str
    alt: str
    spec: Mapping[str, Any]

    @property
    def values(self) -> list[dict[str, Any]]:
        """The plotted rows."""
        data: list[dict[str, Any]] = self.spec["data"]["values"]
        return data


def chart_of(
    id_: str, table: Table, language: Language, spec: Mapping[str, Any], words: str, *, part: Text | None = None
) -> Chart:
    """The chart of a table, or of one ``part`` of it, with the house style and its numbers in words."""
    title, colon = table.title.in_(language), "：" if language == "zh" else ": "
    if part is not None:
        title = f"{title}{colon}{part.in_(language)}"
    whole = {"$schema": SCHEMA, "background": "white", "config": CONFIG, **spec}
    return Chart(id_, title, f"{title}{colon}{words}", whole)


@cache
def _renderer() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(font_folder()))
    return vl_convert


def to_svg(chart: Chart) -> str:
    """The chart as SVG text."""
    svg: str = _renderer().vegalite_to_svg(dict(chart.spec), allowed_base_urls=[])
    return svg


def to_png(chart: Chart, scale: float = PRINT_SCALE) -> bytes:
    """The chart as PNG for documents."""
    png: bytes = _renderer().vegalite_to_png(dict(chart.spec), scale=scale, allowed_base_urls=[])
    return png

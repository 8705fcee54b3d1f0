"""The schematic map of the city: every county coloured and patterned by its verdict, every county a link."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.web.portal.charts.shapes import Shape, shapes
from junheng.web.portal.charts.svg import picture, text
from junheng.web.portal.models import County
from junheng.web.portal.words import SYMBOLS, say, state_name

WIDTH, HEIGHT = 760.0, 500.0


def city_map(geometry: Mapping[str, Any], counties: Sequence[County], year: int) -> SafeString | None:
    """The map, or None when the edition came without geometry."""
    drawn = {one.code: one for one in shapes(geometry, WIDTH, HEIGHT)}
    if not drawn:
        return None
    parts = [_area(drawn[one.code], one, year) for one in counties if one.code in drawn]
    parts += [part for one in counties if one.code in drawn for part in _label(drawn[one.code], one)]
    title = _("各区县评估结论示意图")
    described = "；".join(f"{say(one.name)} {state_name(one.state)}" for one in counties)
    return picture("city-map", (WIDTH, HEIGHT), title, described, parts, role="group")


def _area(shape: Shape, county: County, year: int) -> str:
    words = escape(f"{say(county.name)} {state_name(county.state)}")
    at = escape(reverse("county", args=[year, county.code]))
    return f'<a href="{at}" aria-label="{words}"><path d="{shape.path}" class="area {county.state}"><title>{words}</title></path></a>'


def _label(shape: Shape, county: County) -> list[str]:
    x, y = shape.label
    return [text(x, y + 4, f"{say(county.name)} {SYMBOLS[county.state]}", "place", "middle")]

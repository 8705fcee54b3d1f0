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

WIDTH = 1000.0
LINE, LONGEST = 16.0, 12


def city_map(
    geometry: Mapping[str, Any], counties: Sequence[County], slug: str, page: str = "county"
) -> SafeString | None:
    """The map, or None when the edition came without geometry."""
    found, height = shapes(geometry, WIDTH)
    drawn = {one.code: one for one in found}
    if not drawn:
        return None
    parts = [_area(drawn[one.code], one, _at(page, slug, one.code)) for one in counties if one.code in drawn]
    parts += [part for one in counties if one.code in drawn for part in _label(drawn[one.code], one)]
    title = _("各区县评估结论示意图")
    described = "；".join(f"{say(one.name)} {state_name(one.state)}" for one in counties)
    return picture("city-map", (WIDTH, height), (title, described), parts, role="group")


def _at(page: str, slug: str, code: str) -> str:
    """The address a county leads to: its page of the edition, or a page that always shows the newest."""
    return reverse(page, args=[slug, code] if page == "county" else [code])


def _area(shape: Shape, county: County, address: str) -> str:
    words = escape(f"{say(county.name)} {state_name(county.state)}")
    at = escape(address)
    path = f'<path d="{shape.path}" class="area {county.state}"><title>{words}</title></path>'
    return f'<a href="{at}" aria-label="{words}">{path}</a>'


def _label(shape: Shape, county: County) -> list[str]:
    x, y = shape.label
    lines = [*label_lines(say(county.name)), SYMBOLS[county.state]]
    top = y + 5 - LINE * (len(lines) - 1) / 2
    return [text(x, top + LINE * at, words, "place", "middle") for at, words in enumerate(lines)]


def label_lines(name: str) -> list[str]:
    """A long name in several lines, broken at its spaces."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < LONGEST:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [name]

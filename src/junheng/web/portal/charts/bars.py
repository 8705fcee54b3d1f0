"""The dispersions of one section as bars against their limits. The axis starts at 0; a label is the plotted value."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.publish.rounding import AVERAGE, DISPERSION, shown
from junheng.web.portal.charts.svg import line, picture, rect, text
from junheng.web.portal.words import LOOKS, SYMBOLS

LEFT, WIDTH, RIGHT, ROW, TOP, FOOT = 128.0, 330.0, 78.0, 27.0, 26.0, 24.0
STEPS, MOST = 5.0, 10
"""Ticks to one unit while there are no more than these; beyond, one to a power of ten."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; a value of None draws none and says so."""

    label: str
    value: float | None
    limit: float | None
    met: bool | None


def dispersion_bars(id_: str, title: str, bars: Sequence[Bar]) -> SafeString:
    """Bars from 0 with the limit as a line across them."""
    ticks = _ticks([one.value for one in bars] + [one.limit for one in bars])
    top, floor = ticks[-1], TOP + ROW * len(bars)
    parts = [*_axis(ticks, floor), *(part for at, bar in enumerate(bars) for part in _bar(bar, TOP + at * ROW, top))]
    limits = {bar.limit for bar in bars if bar.limit is not None}
    for limit in sorted(limits):
        x = LEFT + WIDTH * limit / top
        parts += [
            line(x, TOP - 6, x, floor, "limit"),
            text(x, TOP - 10, _("上限 %(limit)s") % {"limit": shown(limit, AVERAGE)}, "limit-label", "middle"),
        ]
    return picture(id_, (LEFT + WIDTH + RIGHT, floor + FOOT), (title, _described(bars)), parts)


def _ticks(values: Sequence[float | None]) -> list[float]:
    """The axis from 0 to a round step above the largest value, in at most some ten steps."""
    largest = max((value for value in values if value is not None), default=0.0)
    per = STEPS if largest * STEPS < MOST else 10.0 ** -ceil(log10(largest / MOST))
    last = max(0.6 * per, int(largest * per) + 1)
    return [at / per for at in range(round(last) + 1)]


def _axis(ticks: Sequence[float], floor: float) -> list[str]:
    parts = []
    for tick in ticks:
        x = LEFT + WIDTH * tick / ticks[-1]
        parts += [line(x, TOP - 4, x, floor, "grid"), text(x, floor + 16, f"{tick:.1f}", "tick", "middle")]
    return parts


def _bar(bar: Bar, y: float, top: float) -> list[str]:
    parts = [text(LEFT - 10, y + 17, bar.label, "label", "end")]
    if bar.value is None:
        words = SYMBOLS["not_judged"] + " " + _("未上报或无法计算")
        return [*parts, text(LEFT + 6, y + 17, words, "value")]
    end = WIDTH * bar.value / top
    look = LOOKS[bar.met]
    words = f"{shown(bar.value, DISPERSION)} {SYMBOLS[look]}"
    return [*parts, rect(LEFT, y + 5, end, ROW - 10, f"bar {look}"), text(LEFT + end + 6, y + 17, words, "value halo")]


def _described(bars: Sequence[Bar]) -> str:
    return "；".join(f"{bar.label} {shown(bar.value, DISPERSION)}" for bar in bars)

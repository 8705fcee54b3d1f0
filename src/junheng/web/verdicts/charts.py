"""The change of one measure by county as bars on both sides of 0. A label is the plotted value."""

from collections.abc import Sequence
from math import ceil, floor, log10

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from junheng.publish.rounding import shown
from junheng.web.portal.charts.svg import line, picture, rect, text

LEFT, WIDTH, RIGHT, ROW, TOP, FOOT = 150.0, 520.0, 30.0, 26.0, 12.0, 26.0
MARGIN = 46.0
"""Room for a label beyond the longest bar, on either side."""
STEPS = 4


def change_bars(id_: str, title: str, bars: Sequence[tuple[str, float | None]], decimals: int) -> SafeString:
    """Bars from 0 to the right for what grew, to the left for what fell; a change of None draws none and says so."""
    values = [value for _label, value in bars if value is not None]
    step = _step(max((abs(value) for value in values), default=0.0), 10.0**-decimals)
    low, high = floor(min([*values, 0.0]) / step), max(ceil(max([*values, 0.0]) / step), 1)
    ticks = [at * step for at in range(low, high + 1)]
    scale = (WIDTH - 2 * MARGIN) / (ticks[-1] - ticks[0])
    zero, bottom = LEFT + MARGIN - ticks[0] * scale, TOP + ROW * len(bars)
    parts = [part for tick in ticks for part in _tick(zero + tick * scale, bottom, tick, step)]
    parts += [part for at, one in enumerate(bars) for part in _bar(one, TOP + at * ROW, zero, scale, decimals)]
    parts.append(line(zero, TOP - 4, zero, bottom, "axis"))
    said = "；".join(f"{label} {signed(value, decimals)}" for label, value in bars)
    return picture(id_, (LEFT + WIDTH + RIGHT, bottom + FOOT), (title, said), parts)


def signed(value: float | None, decimals: int) -> str:
    """A change with its sign; none for no change."""
    if value is None:
        return _("无可比数据")
    words = shown(abs(value), decimals)
    return words if float(words.replace(",", "")) == 0 else ("+" if value > 0 else "−") + words


def _step(largest: float, least: float) -> float:
    """A round step so that the largest value takes at most some four of them, no finer than the labels are."""
    power = 10.0 ** floor(log10(max(largest, least) / STEPS))
    return max(next(step * power for step in (1, 2, 5, 10) if step * power * STEPS >= largest), least)


def _tick(x: float, bottom: float, tick: float, step: float) -> list[str]:
    decimals = max(0, -floor(log10(step)))
    label = f"{abs(tick):.{decimals}f}"
    return [
        line(x, TOP - 4, x, bottom, "grid"),
        text(x, bottom + 16, f"−{label}" if tick < 0 else label, "tick", "middle"),
    ]


def _bar(one: tuple[str, float | None], y: float, zero: float, scale: float, decimals: int) -> list[str]:
    label, value = one
    parts = [text(LEFT - 10, y + 17, label, "label", "end")]
    length = (value or 0.0) * scale
    end = zero + length
    if value:
        parts.append(rect(min(zero, end), y + 5, abs(length), ROW - 10, f"bar {'met' if value > 0 else 'not_met'}"))
    beside, anchor = (end - 6, "end") if length < 0 else (end + 6, "start")
    return [*parts, text(beside, y + 17, signed(value, decimals), "value halo", anchor)]

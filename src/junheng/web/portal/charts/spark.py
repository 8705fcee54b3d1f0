"""A row of small columns, one per school year, from 0, with the threshold as a line."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from junheng.publish.rounding import shown
from junheng.web.portal.charts.svg import line, picture, rect

WIDTH, HEIGHT, STEP = 60.0, 24.0, 20.0


def spark(
    id_: str, title: str, points: Sequence[tuple[str, float | None]], limit: float | None, decimals: int
) -> SafeString:
    """``points`` are labels and values, oldest first; a missing value leaves its place empty."""
    values = [value for _label, value in points if value is not None]
    top = max([*values, limit or 0.0, 1e-9]) * 1.05
    parts = [
        rect(at * STEP + 4, HEIGHT - HEIGHT * value / top, STEP - 8, HEIGHT * value / top, "bar spark")
        for at, (_label, value) in enumerate(points)
        if value is not None
    ]
    width = max(WIDTH, STEP * len(points))
    if limit is not None:
        parts.append(line(0, HEIGHT - HEIGHT * limit / top, width, HEIGHT - HEIGHT * limit / top, "limit"))
    described = "；".join(f"{label} {shown(value, decimals)}" for label, value in points)
    return picture(id_, (width, HEIGHT), (title, described), parts)

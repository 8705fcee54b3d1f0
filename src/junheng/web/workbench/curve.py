"""The trade-off curve as a picture: mean way by number of new schools, the bound below it. No script."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 64, 20, 18, 46
INSET = 30
"""Between the axis and the first point, so that its label stands clear of the ticks."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the curve: where, for how many schools, its label, whether it is the one looked at."""

    x: str
    y: str
    schools: int
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Tick:
    at: str
    words: str


@dataclass(frozen=True, slots=True)
class Curve:
    """``line`` joins the dots; ``ticks`` of the vertical axis, which starts at 0."""

    line: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


def curve_of(points: list[dict[str, Any]], chosen: int) -> Curve:
    """The curve of the points that have an answer."""
    held = [one for one in points if one["mean_metres"] is not None]
    top = round_up(max((one["mean_metres"] for one in held), default=1.0) * 1.1)
    last = max((one["schools"] for one in held), default=0) or 1

    def x(schools: float) -> str:
        return f"{LEFT + INSET + (WIDTH - LEFT - RIGHT - 2 * INSET) * schools / last:.1f}"

    def y(metres: float) -> str:
        return f"{TOP + (HEIGHT - TOP - BOTTOM) * (1 - metres / top):.1f}"

    dots = tuple(
        Dot(
            x(one["schools"]),
            y(one["mean_metres"]),
            one["schools"],
            f"{one['mean_metres']:,.0f}",
            one["schools"] == chosen,
        )
        for one in held
    )
    return Curve(" ".join(f"{one.x},{one.y}" for one in dots), dots, ticks_of(top, y))


def ticks_of(top: float, y: Callable[[float], str]) -> tuple[Tick, ...]:
    """The ticks of an axis that starts at 0: quarters of its top."""
    return tuple(Tick(y(top * part / 4), f"{top * part / 4:,.0f}") for part in range(5))


def round_up(value: float) -> float:
    """The next 1, 2, 4 or 8 times a power of ten: quarters of it are plain numbers."""
    size = 1.0
    while size * 10 <= value:
        size *= 10
    return next((step * size for step in (1, 2, 4, 8, 10) if step * size >= value), 10 * size)

"""What a sum buys as a curve, how the cost follows as bars: pictures made on the server, numbers in tables below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Text
from junheng.publish.rounding import shown
from junheng.web.workbench.curve import Tick, round_up, ticks_of

WAN = 10_000
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 74, 34, 24, 50
NAMES, LINE, BAR, ENDS = 246, 34, 20, 104
"""Of the bars: room for names, height of a line and of its bar, room for the numbers at both ends."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point: where, what it says when pointed at, and whether it is the budget asked about."""

    x: str
    y: str
    words: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The curve; ``under`` are the ticks of the horizontal axis, both axes start at 0."""

    line: str
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    under: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM
    top: int = TOP


def line_of(answer: Mapping[str, Any]) -> Line:
    """The curve of an answer up to what is of use: budget in 万元 across, what is made large upwards."""
    asked = answer["chosen"]["budget"] if answer["chosen"] else None
    useful = max(answer["enough"], asked or 0.0)
    points, by = [one for one in answer["points"] if one["budget"] <= useful], answer["by"]
    most = round_up(max((one["budget"] for one in points), default=1.0) / WAN or 1.0)
    top = round_up(max(float(answer[by]), 1.0))

    def x(wan: float) -> str:
        return f"{LEFT + (WIDTH - LEFT - RIGHT) * wan / most:.1f}"

    def y(count: float) -> str:
        return f"{TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / top):.1f}"

    marks = tuple(Mark(x(one["budget"] / WAN), y(one[by]), _words(one), one["budget"] == asked) for one in points)
    across = tuple(Tick(one.at, one.words) for one in ticks_of(most, x))
    return Line(" ".join(f"{one.x},{one.y}" for one in marks), marks, ticks_of(top, y), across)


def _words(point: Mapping[str, Any]) -> Text:
    wan, pupils = shown(point["budget"] / WAN, 2, thousands=True), shown(point["pupils"], 0, thousands=True)
    return Text(
        f"{wan}万元：{point['schools']}所，{pupils}名学生",
        f"{wan}×10,000 yuan: {point['schools']} schools, {pupils} pupils",
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that is changed: the bars of less and more of it, from where they begin and how long."""

    name: Text
    y: int
    less: tuple[str, str] | None
    more: tuple[str, str] | None
    ends: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """How far the cost moves either way of what it is now, which is ``zero``."""

    bars: tuple[Bar, ...]
    zero: str
    height: int
    width: int = WIDTH
    bar: int = BAR
    names: int = NAMES - 12


def bars_of(rows: Sequence[tuple[Text, float | None, float | None]]) -> Bars:
    """Args: what is changed, and by how many yuan the cost moves with less and with more of it."""
    far = max((abs(one) for row in rows for one in row[1:] if one is not None), default=0.0) or 1.0
    half = (WIDTH - NAMES - 2 * ENDS) / 2
    zero = NAMES + ENDS + half

    def span(yuan: float | None) -> tuple[str, str] | None:
        if yuan is None:
            return None
        length = half * abs(yuan) / far
        return f"{zero - length if yuan < 0 else zero:.1f}", f"{length:.1f}"

    def end(yuan: float) -> tuple[str, str, str]:
        at = zero + half * yuan / far
        return (f"{at - 6 if yuan < 0 else at + 6:.1f}", "end" if yuan < 0 else "start", _signed(yuan))

    held = []
    for at, (name, less, more) in enumerate(rows):
        ends = tuple(end(one) for one in sorted({one for one in (less, more) if one}))
        held.append(
            Bar(name, 16 + LINE * at, span(less), span(more), ends if len({one[1] for one in ends}) > 1 else ends[-1:])
        )
    return Bars(tuple(held), f"{zero:.1f}", 20 + LINE * len(rows))


def _signed(yuan: float) -> str:
    return f"{'+' if yuan > 0 else '−'}{shown(abs(yuan) / WAN, 1, thousands=True)}"

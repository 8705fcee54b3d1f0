"""Pieces of Vega-Lite that the charts share."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.balance.model import STATE_TITLES, State
from junheng.policy.text import Language
from junheng.publish.rounding import rounded

STATE_COLOURS = {State.MET: "#2b6ca3", State.NOT_MET: "#c2410c", State.NOT_JUDGED: "#8a8a8a"}
LIMIT = {"type": "tick", "color": "#111111", "thickness": 2, "size": 22}
HEADROOM = 1.15

Part = dict[str, Any]


def layer(mark: Mapping[str, Any], encoding: Mapping[str, Any]) -> Part:
    return {"mark": dict(mark), "encoding": dict(encoding)}


def order(rows: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    """The values of a field in the order of the table, which Vega-Lite would sort."""
    return list(dict.fromkeys(row[name] for row in rows))


def plotted(value: float | None, decimals: int | None) -> float | None:
    """The number that is drawn: the one its label shows."""
    exact = rounded(value, decimals or 0)
    return None if exact is None else float(exact)


def zero_axis(values: Sequence[float | None], title: str) -> Part:
    """A quantitative axis from 0 with room for labels above the highest value."""
    top = max((value for value in values if value is not None), default=0.0) * HEADROOM or 1.0
    return {"type": "quantitative", "title": title, "scale": {"domain": [0, top], "nice": True, "zero": True}}


def state_colour(language: Language) -> Part:
    return {
        "field": "state",
        "type": "nominal",
        "title": None,
        "scale": {
            "domain": [STATE_TITLES[state].in_(language) for state in STATE_COLOURS],
            "range": list(STATE_COLOURS.values()),
        },
    }

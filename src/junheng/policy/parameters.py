"""Dated parameters: a number of the law, since when, by which sentence, and how sure we are.

An unknown number is an empty value with a date. It is never guessed: what depends on it is *not judged* until
a user fills it in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from junheng.policy.text import Text

Value = Decimal | bool | str | None


class Confidence(StrEnum):
    """How a value is known: read in a source, remembered with high, medium or low confidence, or set by the user."""

    SOURCED = "sourced"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Dated:
    """One value and the day from which it holds."""

    since: date
    value: Value


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the law over time. ``values`` are in order of date; ``inert`` says why nothing computes with it."""

    id: str
    title: Text
    unit: str
    cite: str
    confidence: Confidence
    values: tuple[Dated, ...]
    inert: str | None = None

    def on(self, day: date) -> Dated | None:
        """The value in force on a day, or None before the first."""
        held = [dated for dated in self.values if dated.since <= day]
        return held[-1] if held else None

    def set(self, value: Value, since: date | None = None) -> "Parameter":
        """The same parameter with one user's value from a day on (by default from its first day)."""
        start = since or self.values[0].since
        kept = tuple(dated for dated in self.values if dated.since < start)
        return replace(self, values=(*kept, Dated(start, value)), confidence=Confidence.USER)


@dataclass(frozen=True, slots=True)
class Rules:
    """The parameters of one standard as they stand on one day."""

    parameters: Mapping[str, Parameter]
    day: date

    def value(self, name: str) -> Value:
        """The value in force, or None when it is not known or not yet in force."""
        dated = self.parameters[name].on(self.day)
        return dated.value if dated else None

    def decimal(self, name: str) -> Decimal | None:
        value = self.value(name)
        if value is None or (isinstance(value, Decimal) and not isinstance(value, bool)):
            return value
        raise TypeError(f"parameter {name} is not a number: {value!r}")

    def number(self, name: str) -> float | None:
        """The value as the nearest binary float, or None when not known."""
        value = self.decimal(name)
        return None if value is None else float(value)

    def since(self, name: str) -> date | None:
        dated = self.parameters[name].on(self.day)
        return dated.since if dated else None

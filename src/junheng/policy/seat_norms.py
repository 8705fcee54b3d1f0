"""The numbers that planning of seats computes with: class norms, size limits, service radii, as of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.dated import built_in, in_force
from junheng.policy.parameters import Rules, Value

SECTIONS = ("primary", "junior")
_FILE = "seats/norms"


@dataclass(frozen=True, slots=True)
class SeatNorms:
    """By section: pupils to a class, service radius in metres, land per pupil in m² (None when not known).

    ``single`` and ``combined`` are the most pupils of a school of one section and of several. A class is oversized
    (大班额) from ``oversized`` pupils on, grossly (超大班额) from ``grossly_oversized``. A school may merge (撤并) when
    its zone has fewer pupils than ``merge_below`` and another lies within ``merge_metres`` of all of them (None when no
    number is given: nothing merges). ``boarding``: boarding schools that every rural township has at least.
    """

    class_norm: Mapping[str, float]
    radius: Mapping[str, float]
    land: Mapping[str, float | None]
    single: float
    combined: float
    most_classes: int
    oversized: int
    grossly_oversized: int
    merge_below: float | None
    merge_metres: float | None
    boarding: int
    entry_age: int
    forecast_until: int


def seat_norms(day: date, own: Mapping[str, Value | float] | None = None) -> SeatNorms:
    """The numbers in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a number that is needed is not known on that day, or is below zero.
    """
    rules = in_force(built_in(_FILE), day, own)
    return SeatNorms(
        class_norm={one: _known(rules, f"class.{one}") for one in SECTIONS},
        radius={one: _known(rules, f"radius.{one}") for one in SECTIONS},
        land={one: rules.number(f"land.{one}") for one in SECTIONS},
        single=_known(rules, "scale.single"),
        combined=_known(rules, "scale.combined"),
        most_classes=int(_known(rules, "classes.most")),
        oversized=int(_known(rules, "class.oversized")),
        grossly_oversized=int(_known(rules, "class.grossly_oversized")),
        merge_below=rules.number("merge.below"),
        merge_metres=rules.number("merge.metres"),
        boarding=int(_known(rules, "boarding.per_township")),
        entry_age=int(_known(rules, "entry.age")),
        forecast_until=int(_known(rules, "forecast.until")),
    )


def _known(rules: Rules, name: str) -> float:
    value = rules.number(name)
    if value is None or value < 0:
        raise ValueError(f"{name}: 该日没有可用的数值 no usable number on {rules.day}: {value}")
    return value

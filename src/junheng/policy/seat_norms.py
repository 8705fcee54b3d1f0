"""The numbers that planning of seats computes with: class norms, size limits, service radii, as of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.parameters import Value

SECTIONS = ("primary", "junior")
_FILE = "seats/norms"


@dataclass(frozen=True, slots=True)
class SeatNorms:
    """By section: pupils to a class, service radius in metres, land per pupil in m² (None when not known).

    ``single`` and ``combined`` are the most pupils of a school of one section and of several. A class is oversized
    (大班额) from ``oversized`` pupils on, grossly (超大班额) from ``grossly_oversized``. A school may merge (撤并) when
    its zone has fewer pupils than ``merge_below`` and another lies within ``merge_metres`` of all of them (None when no
    number is given: nothing merges). ``boarding``: boarding schools that every rural township has at least; primary
    pupils board from ``boarding_grade`` on; ``boarding_share`` of all children board, a place for one costs
    ``boarding_cost`` yuan to build (None when not known).
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
    boarding_grade: float | None
    boarding_share: float | None
    boarding_cost: float | None
    entry_age: int
    forecast_until: int


def seat_norms(day: date, own: Mapping[str, Value | float] | None = None) -> SeatNorms:
    """The numbers in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, or a needed one is not known on that day.
    """
    held = numbers_in_force(built_in(_FILE), day, own)
    return SeatNorms(
        class_norm={one: held.known(f"class.{one}") for one in SECTIONS},
        radius={one: held.known(f"radius.{one}") for one in SECTIONS},
        land={one: held[f"land.{one}"] for one in SECTIONS},
        single=held.known("scale.single"),
        combined=held.known("scale.combined"),
        most_classes=int(held.known("classes.most")),
        oversized=int(held.known("class.oversized")),
        grossly_oversized=int(held.known("class.grossly_oversized")),
        merge_below=held["merge.below"],
        merge_metres=held["merge.metres"],
        boarding=int(held.known("boarding.per_township")),
        boarding_grade=held["boarding.grade"],
        boarding_share=held["boarding.share"],
        boarding_cost=held["boarding.place_cost"],
        entry_age=int(held.known("entry.age")),
        forecast_until=int(held.known("forecast.until")),
    )

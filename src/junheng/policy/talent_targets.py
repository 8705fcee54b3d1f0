"""The targets of article 7 (名师, 骨干教师, 农村教师培训) as numbers of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from junheng.policy.articles import article
from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.parameters import Confidence, Dated, Parameter, Value
from junheng.policy.text import Text

_FILE = "teachers/talent"
_ARTICLE = "art-07"
TRAINING = "rural-training"


@dataclass(frozen=True, slots=True)
class Target:
    """``amount`` by the end of the day ``by``; None where not in force."""

    title: Text
    amount: int | None
    by: date


@dataclass(frozen=True, slots=True)
class TalentTargets:
    """``programmes`` by id; ``training``: person-times of every year from ``first`` to the year of its day.

    ``least``: of a county, 0 where not known. ``values``: every number by its parameter.
    """

    programmes: Mapping[str, Target]
    training: Target
    first: int | None
    least: int
    values: Mapping[str, float | None]


def talent_parameters() -> Mapping[str, Parameter]:
    """The targets of the article, ``target.<commitment>``, and what it leaves open."""
    row = article(_ARTICLE)
    since = row.document.since or row.document.issued or date.min
    targets = {
        f"target.{one.id}": Parameter(
            id=f"target.{one.id}",
            title=one.title,
            unit=one.unit,
            cite=f"{row.document.number} 第七条",
            confidence=Confidence.SOURCED,
            values=(Dated(since, one.amount),),
        )
        for one in row.commitments
        if one.by is not None
    }
    return {**targets, **built_in(_FILE)}


def talent_targets(day: date, own: Mapping[str, Value | float] | None = None) -> TalentTargets:
    """The targets in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0.
    """
    held = numbers_in_force(talent_parameters(), day, own)
    targets = {
        one.id: Target(one.title, _whole(held[f"target.{one.id}"]), one.by)
        for one in article(_ARTICLE).commitments
        if one.by is not None
    }
    return TalentTargets(
        programmes={id_: one for id_, one in targets.items() if id_ != TRAINING},
        training=targets[TRAINING],
        first=_whole(held["training.first"]),
        least=_whole(held["training.least"]) or 0,
        values=held.values,
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)

"""The rules of rotation (交流轮岗) and the numbers they compute with, as of one day; what is not known is None."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.loader import load_standard
from junheng.policy.own_yaml import read_yaml
from junheng.policy.parameters import Parameter, Value
from junheng.policy.text import Text

_FILE = "teachers/rotation"
_STANDARD = "jiaodu-2017-6"
_SHARES = ("G11.rotation", "G11.backbone")
KINDS = ("hard", "weight", "report")


@dataclass(frozen=True, slots=True)
class RotationRule:
    """One line of the catalogue.

    ``kind``: one of ``KINDS``; ``parameters``: ids of its numbers; ``without``: what happens while one is not known.
    """

    id: str
    title: Text
    kind: str
    cite: str
    parameters: tuple[str, ...]
    without: Text | None


@dataclass(frozen=True, slots=True)
class Weights:
    """Points of the objective: per school times squared dispersion, per missing teacher, per km, per person."""

    backbone: float
    degree: float
    shortage: float
    commute: float
    wish: float
    unasked: float


@dataclass(frozen=True, slots=True)
class RotationRules:
    """Numbers in force; None where not known, and the rule is not applied.

    ``years``, ``principal_years``: at one school until eligible. ``share``, ``backbone``, ``most``: %, of the eligible
    and of those who move. ``age``: years by gender from which nobody moves. ``cap``, ``child``: km. ``out``, ``into``:
    % of a school's teachers. ``couple``: persons. ``allowance``: yuan per person and month.
    """

    years: float | None
    principal_years: float | None
    age: Mapping[str, float | None]
    share: float
    backbone: float
    most: float | None
    cap: float | None
    out: float | None
    into: float | None
    couple: float | None
    child: float | None
    allowance: float | None
    weights: Weights
    values: Mapping[str, float | None]


@cache
def rotation_catalogue() -> tuple[RotationRule, ...]:
    """Every rule in the order it is reported."""
    text = (files("junheng.policy") / "data" / f"{_FILE}.yaml").read_text(encoding="utf-8")
    return tuple(
        RotationRule(
            id=one["id"],
            title=Text(**one["title"]),
            kind=one["kind"],
            cite=one["cite"],
            parameters=tuple(one["parameters"]),
            without=Text(**one["without"]) if "without" in one else None,
        )
        for one in read_yaml(text)["rules"]
    )


@cache
def rotation_parameters() -> Mapping[str, Parameter]:
    """The parameters of the catalogue by id, those of the national procedure among them."""
    shared = load_standard(_STANDARD).parameters
    return {**{name: shared[name] for name in _SHARES}, **built_in(_FILE)}


def rotation_rules(day: date, own: Mapping[str, Value | float] | None = None) -> RotationRules:
    """The numbers in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, or a needed one is not known on that day.
    """
    held = numbers_in_force(rotation_parameters(), day, own)
    return RotationRules(
        years=held["eligible.years"],
        principal_years=held["principal.years"],
        age={one: held[f"exclude.age.{one}"] for one in ("male", "female")},
        share=held.known("G11.rotation"),
        backbone=held.known("G11.backbone"),
        most=held["movers.most"],
        cap=held["commute.cap"],
        out=held["out.most"],
        into=held["in.most"],
        couple=held["couple.most"],
        child=held["child.km"],
        allowance=held["allowance.month"],
        weights=Weights(**{one: held.known(f"weight.{one}") for one in Weights.__dataclass_fields__}),
        values=held.values,
    )

"""The parameters of a round: those in force with their source, what the officer filled in, what nobody knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from junheng.policy.parameters import Parameter
from junheng.policy.rotation_rules import RotationRule, rotation_catalogue, rotation_parameters, rotation_rules
from junheng.policy.text import Text
from junheng.web.kit.refusal import refuse_all
from junheng.web.personnel.models import RotationRound

Given = dict[str, dict[str, object]]
"""By id of a parameter: ``value``, ``source``, and ``on``, the day on which the officer gave it."""

LONGEST = 200
"""Characters of a source."""
LARGEST = 1_000_000.0
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Number:
    """One parameter as a page shows it: ``value`` in force, ``own`` and ``source`` if the officer gave it."""

    parameter: Parameter
    value: float | None
    own: float | None
    source: str

    @property
    def id(self) -> str:
        return self.parameter.id

    @property
    def asked(self) -> bool:
        """Whether nobody knows it."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class RuleNumber(Number):
    """That of a rule, which is not applied while nobody knows it; ``on`` is the day on which the officer gave it."""

    rule: RotationRule
    on: str


def lines(numbers: Iterable[Number], form: Mapping[str, str]) -> list[dict[str, Any]]:
    """The lines of a form of numbers: what was typed into it, else what was given before."""
    return [
        {
            "number": one,
            "typed": form.get(one.id, "" if one.own is None else f"{one.own:g}"),
            "source": form.get(f"{one.id}.source", one.source),
        }
        for one in numbers
    ]


def numbers(of: RotationRound) -> list[RuleNumber]:
    """Every parameter in the order of the rules."""
    built_in = rotation_rules(of.day).values
    return [
        RuleNumber(
            rotation_parameters()[name],
            of.given.get(name, {}).get("value", built_in[name]),
            of.given.get(name, {}).get("value"),
            of.given.get(name, {}).get("source", ""),
            rule,
            of.given.get(name, {}).get("on", ""),
        )
        for rule in rotation_catalogue()
        for name in rule.parameters
    ]


def weights(of: RotationRound) -> list[RuleNumber]:
    """The weights of the objective."""
    return [one for one in numbers(of) if one.rule.kind == "weight"]


def weights_in(form: Mapping[str, str], of: RotationRound, day: date) -> Given:
    """The weights of a form that differ from those of the round, with the one reason of the form.

    Raises:
        Refusal: (422) everything wrong with them.
    """
    changed: dict[str, str] = {}
    for one in weights(of):
        said = form.get(one.id, "").strip()
        if said and _value(said, LARGEST) != one.value:
            changed |= {one.id: said, f"{one.id}.source": form.get("weight.source", "")}
    found, faults = said_of([rotation_parameters()[one.id] for one in weights(of)], changed)
    refuse_all(faults)
    return dated(found, of.given, day)


def dated(found: Given, before: Mapping[str, Mapping[str, object]], day: date) -> Given:
    """The values with the day on which they were given; what was so before keeps its day."""
    return {
        name: {**one, "on": held["on"] if _same(one, held := before.get(name, {})) and "on" in held else f"{day}"}
        for name, one in found.items()
    }


def _same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return (one["value"], one["source"]) == (other.get("value"), other.get("source"))


def given_in(form: Mapping[str, str]) -> tuple[dict[str, dict[str, object]], tuple[Text, ...]]:
    """What the form of a round says."""
    return said_of([rotation_parameters()[name] for rule in rotation_catalogue() for name in rule.parameters], form)


def said_of(
    parameters: Iterable[Parameter], form: Mapping[str, str]
) -> tuple[dict[str, dict[str, object]], tuple[Text, ...]]:
    """What a form says, ``<id>`` and ``<id>.source``, by id; and everything wrong in it. An empty value is left out."""
    found: dict[str, dict[str, object]] = {}
    faults: list[Text] = []
    for held in parameters:
        name = held.id
        said, source = form.get(name, "").strip(), form.get(f"{name}.source", "").strip()[:LONGEST]
        if not said:
            if source:
                faults.append(_wrong(held, "写了依据，没有填数值", "a source is given, but no value"))
            continue
        value = _value(said, PERCENT if held.unit == "%" else LARGEST)
        if value is None:
            most = PERCENT if held.unit == "%" else LARGEST
            faults.append(_wrong(held, f"应为 0 至 {most:,.0f} 的数", f"must be a number from 0 to {most:,.0f}"))
        elif not source:
            faults.append(_wrong(held, "没有写依据：文件名称、文号或会议决定", "no source: name the document"))
        else:
            found[name] = {"value": value, "source": source}
    return found, tuple(faults)


def _value(said: str, most: float) -> float | None:
    try:
        found = float(said)
    except ValueError:
        return None
    return found if isfinite(found) and 0 <= found <= most else None


def _wrong(held: Parameter, zh: str, en: str) -> Text:
    return Text(f"{held.title.zh}：{zh}", f"{held.title.en}: {en}")

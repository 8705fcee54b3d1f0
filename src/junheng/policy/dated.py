"""Dated parameters that belong to no standard: one file of them, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from junheng.policy.errors import PolicyError
from junheng.policy.loader import _Loader
from junheng.policy.own_yaml import read_yaml
from junheng.policy.parameters import Parameter, Rules, Value


@cache
def built_in(name: str) -> Mapping[str, Parameter]:
    """The parameters of ``data/<name>.yaml``, by id."""
    return read_parameters((files("junheng.policy") / "data" / f"{name}.yaml").read_text(encoding="utf-8"), name)


def read_parameters(text: str, name: str) -> Mapping[str, Parameter]:
    """The ``parameters`` of a YAML document.

    Raises:
        PolicyError: with every fault of the document.
    """
    reader = _Loader(read_yaml(text), name)
    found = {id_: reader.parameter(id_, node) for id_, node in reader.root.get("parameters").entries()}
    if reader.root.faults:
        raise PolicyError(reader.root.faults)
    return found


def in_force(parameters: Mapping[str, Parameter], day: date, own: Mapping[str, Value | float] | None = None) -> Rules:
    """The parameters on a day; ``own`` replaces values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
    """
    held = dict(parameters)
    for id_, value in (own or {}).items():
        if id_ not in held:
            raise LookupError(f"没有参数 no parameter {id_}; {', '.join(held)}")
        held[id_] = held[id_].set(Decimal(str(value)) if isinstance(value, float | int) else value)
    return Rules(held, day)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The parameters of one day where all of them are numbers not below 0; None where not known."""

    values: Mapping[str, float | None]
    day: date

    def __getitem__(self, name: str) -> float | None:
        return self.values[name]

    def known(self, name: str) -> float:
        """A number that is needed.

        Raises:
            ValueError: it is not known on that day.
        """
        value = self.values[name]
        if value is None:
            raise ValueError(f"{name}: 该日没有可用的数值 no usable number on {self.day}")
        return value

    def divisor(self, name: str) -> float | None:
        """A number to divide by, None where not known.

        Raises:
            ValueError: it is 0.
        """
        if self.values[name] == 0:
            raise ValueError(f"{name}: 不能为 0 may not be 0")
        return self.values[name]


def numbers_in_force(
    parameters: Mapping[str, Parameter], day: date, own: Mapping[str, Value | float] | None = None
) -> Numbers:
    """The numbers of a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0.
    """
    rules = in_force(parameters, day, own)
    return Numbers({name: _number(rules, name) for name in rules.parameters}, day)


def _number(rules: Rules, name: str) -> float | None:
    try:
        value = rules.number(name)
    except TypeError as error:
        raise ValueError(f"{name}: 不是数字 no number: {rules.value(name)}") from error
    if value is not None and value < 0:
        raise ValueError(f"{name}: 小于 0 below 0: {value}")
    return value

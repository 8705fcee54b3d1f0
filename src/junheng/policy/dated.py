"""Dated parameters that belong to no standard: one file of them, read once."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

import yaml

from junheng.policy.errors import PolicyError
from junheng.policy.loader import _Loader
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
    reader = _Loader(yaml.safe_load(text), name)
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

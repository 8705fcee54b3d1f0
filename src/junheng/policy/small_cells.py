"""The dated numbers of disclosure control: which counts and schools are too small to be shown."""

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


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is too small on one day.

    ``small_count``: counts from 1 to this are suppressed. ``least_pupils``: a school section with fewer pupils shows
    no values. ``hidden_together``: in a section of a county as many schools are hidden, or none.
    ``open_share``: a hidden value stays open by at least this share of itself.
    """

    small_count: int
    least_pupils: int
    hidden_together: int
    open_share: float


@cache
def disclosure_parameters() -> Mapping[str, Parameter]:
    """The built-in parameters by id, each with its sentence and how sure we are of it.

    Raises:
        PolicyError: the file has faults.
    """
    path = files("junheng.policy") / "data" / "disclosure.yaml"
    reader = _Loader(read_yaml(path.read_text("utf-8")), path.name)
    found = {id_: reader.parameter(id_, node) for id_, node in reader.root.get("parameters").entries()}
    if reader.root.faults:
        raise PolicyError(reader.root.faults)
    return found


def disclosure_on(day: date, own: Mapping[str, Value | float] | None = None) -> Disclosure:
    """The numbers in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a number is unknown or not a whole number of at least zero.
    """
    parameters = dict(disclosure_parameters())
    for id_, value in (own or {}).items():
        if id_ not in parameters:
            raise LookupError(f"没有参数 no parameter {id_}; {', '.join(parameters)}")
        parameters[id_] = parameters[id_].set(Decimal(str(value)) if isinstance(value, float) else value)
    rules = Rules(parameters, day)
    return Disclosure(
        small_count=_whole(rules, "count.small"),
        least_pupils=_whole(rules, "school.pupils"),
        hidden_together=_whole(rules, "section.hidden"),
        open_share=rules.number("value.open") or 0.0,
    )


def _whole(rules: Rules, name: str) -> int:
    value = rules.value(name)
    if value is None or isinstance(value, bool) or int(value) != float(value) or int(value) < 0:
        raise ValueError(f"{name}: 需要非负整数 a whole number of at least 0, not {value!r}")
    return int(value)

"""By what performance pay (绩效工资, article 8) is shared and how it follows civil servants' pay, as of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from junheng.policy.dated import built_in, numbers_in_force
from junheng.policy.loader import load_standard
from junheng.policy.parameters import Parameter, Value

_FILE = "teachers/pay"
_STANDARD = "jiaodu-2017-6"
_PARITY = "G8.pay"
PARTS = ("post", "load", "score", "head", "special")
"""What a pool is shared by: weight of the post, lessons, score, class heads, special-education teachers."""


@dataclass(frozen=True, slots=True)
class PayRules:
    """``shares``: of a pool by part, those above 0, adding up to 1; empty where none is known. ``values``: all numbers.

    ``parity``: least average pay of teachers over that of civil servants. ``link``: rise of performance pay over that
    of civil servants' pay, None where not in force.
    """

    shares: Mapping[str, Fraction]
    parity: Fraction
    link: Fraction | None
    values: Mapping[str, float | None]


def pay_parameters() -> Mapping[str, Parameter]:
    """The parameters by id, the parity of the national procedure among them."""
    return {_PARITY: load_standard(_STANDARD).parameters[_PARITY], **built_in(_FILE)}


def pay_rules(day: date, own: Mapping[str, Value | float] | None = None) -> PayRules:
    """The rules in force on a day; ``own`` replaces built-in values by parameter id.

    Raises:
        LookupError: ``own`` names a parameter that there is not.
        ValueError: a value is no number or below 0, the shares do not add up to 100, or the parity is not known.
    """
    held = numbers_in_force(pay_parameters(), day, own)
    shares = {one: _share(held[f"share.{one}"] or 0.0) for one in PARTS}
    whole = sum(shares.values(), Fraction(0))
    if any(held[f"share.{one}"] is not None for one in PARTS) and whole != 1:
        raise ValueError(f"share.*: 各项比例之和须为 100 the shares add up to 100: {float(whole * 100):g}")
    link = held["link"]
    return PayRules(
        shares={one: share for one, share in shares.items() if share},
        parity=_share(held.known(_PARITY)),
        link=None if link is None else _share(link),
        values=held.values,
    )


def _share(percent: float) -> Fraction:
    return Fraction(str(percent)) / 100

"""``data/unit_costs.yaml``: made-up prices and ways with which the demo plans what it costs that a county passes."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml


@cache
def unit_costs() -> Mapping[str, str]:
    """The synthetic prices as the fields of the site's price list: ``<verb>_<indicator>`` with ``_low``, ``_high`` and
    ``_source``, and ``valid_from``."""
    raw, source = _raw()
    said = {"valid_from": raw["valid_from"].isoformat()}
    for verb in ("add", "move"):
        for indicator, price in raw[verb].items():
            name = f"{verb}_{indicator}"
            said[name] = str(price["yuan"])
            said |= {f"{name}_{end}": str(price[end]) for end in ("low", "high") if end in price}
            said[f"{name}_source"] = source
    return said


@cache
def levers() -> Sequence[Mapping[str, str]]:
    """The synthetic ways besides adding, each as the fields of the site's form of one way."""
    raw, source = _raw()
    head = {"valid_from": raw["valid_from"].isoformat(), "source": source}
    return [{**head, **{name: str(value) for name, value in one.items()}} for one in raw["levers"]]


def _raw() -> tuple[Mapping[str, Any], str]:
    """The file, and the source its prices name."""
    raw = own_yaml("junheng.demo", "data/unit_costs.yaml")
    return raw, f"{raw['source']['zh']} {raw['source']['en']}"

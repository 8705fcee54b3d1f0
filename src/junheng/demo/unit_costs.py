"""``data/unit_costs.yaml``: made-up unit prices with which the demo plans what it costs that a county passes."""

from collections.abc import Mapping
from functools import cache

from junheng.policy.own_yaml import own_yaml


@cache
def unit_costs() -> Mapping[str, str]:
    """The synthetic prices as the fields of the site's price list: ``<verb>_<indicator>`` with ``_low``, ``_high`` and
    ``_source``, and ``valid_from``."""
    raw = own_yaml("junheng.demo", "data/unit_costs.yaml")
    said = {"valid_from": raw["valid_from"].isoformat()}
    for verb in ("add", "move"):
        for indicator, price in raw[verb].items():
            name = f"{verb}_{indicator}"
            said[name] = str(price["yuan"])
            said |= {f"{name}_{end}": str(price[end]) for end in ("low", "high") if end in price}
            said[f"{name}_source"] = f"{raw['source']['zh']} {raw['source']['en']}"
    return said

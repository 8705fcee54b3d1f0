"""``data/unit_costs.yaml``: made-up unit prices with which the demo plans what it costs that a county passes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def unit_costs() -> Mapping[str, str]:
    """The synthetic prices as the fields of the site's price list: ``<verb>_<indicator>`` with ``_low``, ``_high`` and
    ``_source``, and ``valid_from``."""
    raw = yaml.safe_load((files("junheng.demo") / "data" / "unit_costs.yaml").read_text(encoding="utf-8"))
    said = {"valid_from": raw["valid_from"].isoformat()}
    for verb in ("add", "move"):
        for indicator, price in raw[verb].items():
            name = f"{verb}_{indicator}"
            said[name] = str(price["yuan"])
            said |= {f"{name}_{end}": str(price[end]) for end in ("low", "high") if end in price}
            said[f"{name}_source"] = f"{raw['source']['zh']} {raw['source']['en']}"
    return said

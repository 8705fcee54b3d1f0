"""``data/staffing.yaml``: the invented numbers with which the demo counts posts and shortages, as a form gives them."""

from collections.abc import Mapping

from junheng.policy.own_yaml import own_yaml


def staffing_numbers() -> Mapping[str, str]:
    """Each number by its parameter, with ``<id>.source``, which says that it is made up."""
    held = own_yaml("junheng.demo", "data/staffing.yaml")
    numbers = {name: f"{value:g}" for name, value in held["numbers"].items()}
    return {**numbers, **{f"{name}.source": held["source"] for name in numbers}}

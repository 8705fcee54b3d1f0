"""``data/staffing.yaml``: the invented numbers with which the demo counts posts and shortages, as a form gives them."""

from collections.abc import Iterator, Mapping

from junheng.policy.own_yaml import own_yaml


def staffing_numbers() -> Mapping[str, str]:
    """Each number by its parameter, with ``<id>.source``, which says that it is made up."""
    held = own_yaml("junheng.demo", "data/staffing.yaml")
    numbers = {name: f"{value:g}" for name, value in held["numbers"].items()}
    return {**numbers, **{f"{name}.source": held["source"] for name in numbers}}


def staffing_arrivals(first: int) -> Iterator[Mapping[str, object]]:
    """Who begins from the year ``first`` on: section, subject, year, low, arrive, high, source; all made up."""
    held = own_yaml("junheng.demo", "data/staffing.yaml")
    planned = held["arrivals"]
    for year in range(first, first + planned["every_year_for"]):
        for name, (low, arrive, high) in planned["low_expected_high"].items():
            section, subject = name.split(".")
            line = {"section": section, "subject": subject, "year": year, "source": held["source"]}
            yield {**line, "low": low, "arrive": arrive, "high": high}

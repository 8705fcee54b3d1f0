"""What of a study is looked at, as the address says: a county, a section, an indicator, in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
ORDERS: Mapping[str, Callable[[tuple[str, Row]], Any]] = {
    "school": lambda item: (item[1]["school_name"], item[1]["school_code"]),
    "cost": lambda item: -item[1]["cost"],
    "indicator": lambda item: (item[1]["indicator"], -item[1]["cost"]),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty words choose everything; ``sort`` is empty for the order of the plan."""

    county: str = ""
    section: str = ""
    indicator: str = ""
    sort: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str], result: Sequence[Row]) -> "Choice":
        """What the address says, without words that choose nothing there is."""
        sections = {one["section"] for county in result for one in county["sections"]}
        indicators = {one["id"] for county in result for part in county["sections"] for one in part["dispersions"]}
        return cls(
            _known(given, "county", {one["code"] for one in result}),
            _known(given, "section", sections),
            _known(given, "indicator", indicators),
            _known(given, "sort", set(ORDERS)),
        )

    def counties(self, result: Sequence[Row]) -> list[Row]:
        return [one for one in result if self.county in ("", one["code"])]

    def actions(self, counties: Sequence[Row]) -> list[tuple[str, Row]]:
        """The actions chosen, each with its county."""
        found = [
            (county["code"], one)
            for county in counties
            for one in county["actions"]
            if self.section in ("", one["section"]) and self.indicator in ("", one["indicator"])
        ]
        return sorted(found, key=ORDERS[self.sort]) if self.sort else found


def _known(given: Mapping[str, str], name: str, among: set[str]) -> str:
    said = given.get(name, "")
    return said if said in among else ""

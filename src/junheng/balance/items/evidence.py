"""What was judged by evidence: who judged, when, on which document.

A record with an empty school code speaks for the county, others for one school. ``met`` always means *the item stands*:
for a veto item (一票否决) it means that the vetoed situation was **not** found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from junheng.balance.items.context import CountyFacts
from junheng.balance.items.outcome import all_of
from junheng.balance.model import Conclusion, Failing
from junheng.policy.standard import Item
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """The conclusion for the county (None: there is none yet), and the schools judged by themselves."""

    conclusion: Conclusion | None
    by_school: Mapping[str, bool | None]
    failing: tuple[Failing, ...]
    missing: tuple[Text, ...]

    @property
    def met(self) -> bool | None:
        """A failing school fails the item, whatever is said of the county."""
        if self.failing:
            return False
        return self.conclusion.met if self.conclusion else None


def evidence(item: Item, county: CountyFacts) -> Evidence:
    """All records of an item. Without one for the county, records of all schools together stand for it."""
    rows = [row for row in county.facts["evidence"].iter_rows(named=True) if row["item"] == item.id]
    whole = [_conclusion(row) for row in rows if not row["school_code"]]
    by_school = {row["school_code"]: _conclusion(row) for row in rows if row["school_code"]}
    names = {one.code: one.name for one in county.schools}
    failing = tuple(
        Failing(
            code, names.get(code, code), Text(held.note or "佐证认定未达标", held.note or "judged not met by evidence")
        )
        for code, held in by_school.items()
        if not held.met
    )
    conclusion = whole[-1] if whole else _of_schools(item, county, by_school)
    missing = () if conclusion or failing else (_wanting(item, county, by_school),)
    verdicts: dict[str, bool | None] = {code: held.met for code, held in by_school.items()}
    return Evidence(conclusion, verdicts, failing, missing)


def _conclusion(row: Mapping[str, Any]) -> Conclusion:
    return Conclusion(row["met"], row["judged_by"], row["judged_on"], row["document"], row["note"])


def _of_schools(item: Item, county: CountyFacts, by_school: Mapping[str, Conclusion]) -> Conclusion | None:
    """The last judged of the schools' conclusions, when every school has one."""
    if item.level == "county" or not county.schools or not {one.code for one in county.schools} <= set(by_school):
        return None
    last = max(by_school.values(), key=lambda one: one.judged_on)
    return Conclusion(all_of(one.met for one in by_school.values()) is True, last.judged_by, last.judged_on)


def _wanting(item: Item, county: CountyFacts, by_school: Mapping[str, Conclusion]) -> Text:
    if item.level == "school" and by_school:
        open_ = [one.name for one in county.schools if one.code not in by_school]
        return Text(
            f"{item.id} 缺少{len(open_)}所学校的佐证认定：{'、'.join(open_)}",
            f"{item.id}: no evidence yet for {len(open_)} schools: {', '.join(open_)}",
        )
    return Text(f"{item.id} 缺少区县 {county.code} 的佐证认定", f"{item.id}: no evidence yet from county {county.code}")

"""The items of government, quality, recognition and veto: one module per measure, and how its answer meets evidence."""

from collections.abc import Callable, Mapping

from junheng.balance.items.assessment import assessment
from junheng.balance.items.class_size import class_size
from junheng.balance.items.context import CountyFacts
from junheng.balance.items.evidence import Evidence, evidence
from junheng.balance.items.outcome import Outcome, all_of
from junheng.balance.items.ratios import ratios
from junheng.balance.items.recognition import recognition
from junheng.balance.items.school_size import school_size
from junheng.balance.items.small_school_funds import small_school_funds
from junheng.balance.items.specialist_rooms import specialist_rooms
from junheng.balance.model import ItemResult, State, state_of
from junheng.policy.standard import Item
from junheng.policy.text import Text

MEASURES: Mapping[str, Callable[[Item, CountyFacts], Outcome]] = {
    "ratios": ratios,
    "specialist_rooms": specialist_rooms,
    "school_size": school_size,
    "class_size": class_size,
    "small_school_funds": small_school_funds,
    "assessment": assessment,
    "recognition": recognition,
}
"""The calculations a standard's items may name."""


def judge_item(item: Item, county: CountyFacts) -> ItemResult:
    """One item for one county.

    A computed item stands on its numbers, one judged by evidence on its conclusion, a mixed one on both: failing
    numbers fail it whatever the evidence says, and without a conclusion it is not judged.
    """
    found = evidence(item, county)
    if item.kind == "evidence" or item.measure is None:
        return _by_evidence(item, found)
    outcome = MEASURES[item.measure](item, county)
    if item.kind == "computed":
        return _result(item, outcome, outcome.met)
    met = all_of((outcome.met, found.met))
    missing = () if met is False else found.missing
    return _result(item, outcome, met, found, missing)


def _by_evidence(item: Item, found: Evidence) -> ItemResult:
    held = found.conclusion
    state = State.NOT_MET if found.failing else State.BY_EVIDENCE if held else State.NOT_JUDGED
    return ItemResult(
        item=item,
        state=state,
        summary=_said(found),
        failing=found.failing,
        missing=found.missing,
        conclusion=held,
        by_school=found.by_school,
    )


def _result(
    item: Item, outcome: Outcome, met: bool | None, found: Evidence | None = None, missing: tuple[Text, ...] = ()
) -> ItemResult:
    return ItemResult(
        item=item,
        state=state_of(met),
        summary=outcome.summary,
        measured=outcome.measured,
        failing=(*outcome.failing, *(found.failing if found else ())),
        missing=(*outcome.missing, *missing),
        conclusion=found.conclusion if found else None,
        by_school=outcome.by_school,
        figures=outcome.figures,
    )


def _said(found: Evidence) -> Text:
    held = found.conclusion
    if held is None:
        return Text("缺少佐证，未评定", "no evidence yet, not judged")
    verdict = Text("达标", "met") if held.met else Text("未达标", "not met")
    note = f"：{held.note}" if held.note else ""
    return Text(
        f"{held.judged_by} {held.judged_on} 认定{verdict.zh}{note}",
        f"{verdict.en} by {held.judged_by}, {held.judged_on}",
    )

"""Item S1: the share of valid questionnaires that are satisfied.

Whether the sample is large enough is known with low confidence only: it is said, and does not decide. Figures:
``<group>.<column>`` of the survey table for each group, ``ratio.satisfied`` and ``ratio.visits``.
"""

from junheng.balance.explain_parts import threshold
from junheng.balance.items.context import CountyFacts
from junheng.balance.items.outcome import Outcome, not_reported
from junheng.balance.model import FactRef, Measured
from junheng.balance.reasons import number
from junheng.balance.tolerance import holds
from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.policy.standard import Item
from junheng.policy.text import Text

EVERYONE, PARENTS = "all", "parents"
PERCENT = 100.0


def recognition(item: Item, county: CountyFacts) -> Outcome:
    groups = {row["group"]: row for row in county.facts["surveys"].iter_rows(named=True)}
    names = [one.id for one in contract("surveys").measures]
    figures = {
        f"{group}.{name}": groups[group][name] if group in groups else None
        for group in code_list("survey_groups").codes
        for name in names
    }
    share = _percent(figures[f"{EVERYONE}.satisfied"], figures[f"{EVERYONE}.valid"])
    held = threshold(county.rules, (item.uses or {})["share"])
    met = holds(share, "at_least", held.value if held else None)
    refs = tuple(_ref(county.code, name, figures[f"{EVERYONE}.{name}"]) for name in ("satisfied", "valid"))
    measured = Measured("satisfied", item.title, share, "%", held, met, refs)
    notes = _sample_notes(item, county, figures)
    shown = (
        Text("社会认可度未评定", "not judged")
        if share is None
        else Text(f"满意度{number(share)}%", f"{number(share)} %")
    )
    return Outcome(
        met=met,
        summary=Text(
            "；".join((shown.zh, *(one.zh for one in notes))), "; ".join((shown.en, *(one.en for one in notes)))
        ),
        measured=(measured,),
        missing=()
        if share is not None
        else (not_reported(county.code, Text("社会认可度问卷", "the recognition survey")),),
        figures={
            **figures,
            "ratio.satisfied": share,
            "ratio.visits": _percent(figures[f"{EVERYONE}.visits_satisfied"], figures[f"{EVERYONE}.visits"]),
        },
    )


def _sample_notes(item: Item, county: CountyFacts, figures: dict[str, float | None]) -> list[Text]:
    """Doubts about the sample, in words; the sizes asked for are not certain."""
    sent, parents = figures[f"{EVERYONE}.questionnaires"], figures[f"{PARENTS}.questionnaires"]
    population = county.county["population_10k"]
    per_mille, share = county.number(item, "sample_per_mille"), county.number(item, "parent_share")
    notes = []
    if None not in {sent, population, per_mille}:
        least = population * 10_000 * (per_mille or 0.0) / 1000
        if holds(sent, "at_least", least) is False:
            notes.append(
                _doubt(f"问卷{sent}份，少于{number(least)}份", f"{sent} questionnaires, fewer than {number(least)}")
            )
    part = _percent(parents, sent)
    if holds(part, "at_least", share) is False and part is not None and share is not None:
        notes.append(
            _doubt(f"家长占{number(part)}%，低于{number(share)}%", f"{number(part)} % parents, below {number(share)} %")
        )
    return notes


def _doubt(zh: str, en: str) -> Text:
    return Text(f"提示：{zh}（样本量要求待核）", f"note: {en} (the required sample is not certain)")


def _percent(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else PERCENT * part / whole


def _ref(county: str, name: str, value: float | None) -> FactRef:
    field = contract("surveys").field(name)
    return FactRef("surveys", county, EVERYONE, name, field.title, value, field.unit)

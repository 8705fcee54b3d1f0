"""Item Q9: in every subject assessed, the level is reached and schools differ by less than the limit (strictly).

Figures: ``<subject>.level`` and ``<subject>.difference`` for each subject of the code list.
"""

from junheng.balance.explain_parts import threshold
from junheng.balance.items.context import CountyFacts
from junheng.balance.items.outcome import Outcome, all_of, not_reported
from junheng.balance.model import FactRef, Measured
from junheng.balance.reasons import number
from junheng.balance.tolerance import holds
from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.policy.standard import Comparison, Item
from junheng.policy.text import Text

TESTS: tuple[tuple[str, Comparison], ...] = (("level", "at_least"), ("difference", "below"))


def assessment(item: Item, county: CountyFacts) -> Outcome:
    rows = {row["subject"]: row for row in county.facts["assessments"].iter_rows(named=True)}
    figures = {
        f"{subject}.{name}": rows[subject][name] if subject in rows else None
        for subject in code_list("subjects").codes
        for name, _ in TESTS
    }
    if not rows:
        missing = not_reported(county.code, Text("国家义务教育质量监测结果", "results of the national assessment"))
        return Outcome(None, Text("未评定", "not judged"), missing=(missing,), figures=figures)
    measured = tuple(
        _measured(item, county, (subject, name, comparison), row[name])
        for subject, row in rows.items()
        for name, comparison in TESTS
    )
    return Outcome(
        met=all_of(one.met for one in measured),
        summary=Text(
            "；".join(_describe(one).zh for one in measured), "; ".join(_describe(one).en for one in measured)
        ),
        measured=measured,
        missing=tuple(not_reported(county.code, one.title) for one in measured if one.met is None),
        figures=figures,
    )


def _measured(item: Item, county: CountyFacts, test: tuple[str, str, Comparison], value: float | None) -> Measured:
    subject, name, comparison = test
    held = threshold(county.rules, (item.uses or {})[name])
    field, title = contract("assessments").field(name), code_list("subjects").codes[subject]
    whole = Text(f"{title.zh}{field.title.zh}", f"{title.en}: {field.title.en}")
    met = holds(value, comparison, held.value if held else None)
    ref = FactRef("assessments", county.code, subject, name, whole, value, field.unit)
    return Measured(f"{subject}.{name}", whole, value, field.unit or "", held, met, (ref,), comparison)


def _describe(one: Measured) -> Text:
    shown = "—" if one.value is None else number(one.value)
    return Text(f"{one.title.zh}{shown}", f"{one.title.en} {shown}")

"""Shares and amounts: ``per · numerator / denominator`` of a county, or of each of its schools, against a parameter.

Figures: every reported column that goes in, under its id (with the section before it, ``junior.graduates``, when the
ratio is of one section), and each result as ``ratio.<id>``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from junheng.balance.explain_parts import threshold
from junheng.balance.items.context import CountyFacts, School, total
from junheng.balance.items.outcome import Outcome, all_of, not_reported, tally
from junheng.balance.model import FactRef, Failing, Measured, Threshold
from junheng.balance.reasons import number
from junheng.balance.tolerance import holds
from junheng.facts.contracts import contract
from junheng.policy.standard import Item, Linear, Ratio
from junheng.policy.text import Text

SIGNS = {"at_least": "≥", "at_most": "≤", "below": "<", "above": ">"}

EXTRA_FIGURES: Mapping[str, tuple[str, ...]] = {
    "quota": ("good_senior_rural",),
    "disabled": ("disabled_in_special_schools",),
}
"""County columns the official form asks for beside a ratio."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One ratio: the county's number, and the schools' where each is judged by itself."""

    measured: Measured
    figures: Mapping[str, float | None]
    missing: tuple[Text, ...] = ()
    failing: tuple[Failing, ...] = ()
    by_school: Mapping[str, bool | None] | None = None


def ratios(item: Item, county: CountyFacts) -> Outcome:
    """All ratios of an item; it is met when each one is."""
    answers = [_answer(ratio, county) for ratio in item.ratios]
    by_school = _together(one.by_school for one in answers if one.by_school is not None)
    figures: dict[str, float | None] = {}
    for one in answers:
        figures |= one.figures
    described = [_describe(one.measured) for one in answers]
    parts = [_tally(by_school, county), *described] if by_school else described
    return Outcome(
        met=all_of(one.measured.met for one in answers),
        summary=Text("；".join(one.zh for one in parts), "; ".join(one.en for one in parts)),
        measured=tuple(one.measured for one in answers),
        failing=tuple(failing for one in answers for failing in one.failing),
        missing=tuple(dict.fromkeys(missing for one in answers for missing in one.missing)),
        by_school=by_school,
        figures=figures,
    )


def _tally(by_school: Mapping[str, bool | None], county: CountyFacts) -> Text:
    """How many schools meet the item; and which of them other items leave out, so that the counts can be compared."""
    counted = tally(by_school)
    special = sum(one.kind == "special" and one.code in by_school for one in county.schools)
    ordinary = {one.code for one in county.ordinary()}
    points = len(by_school) - special - sum(code in ordinary for code in by_school)
    zh = [f"特殊教育学校{special}所"] * bool(special) + [f"规模较小的教学点{points}所"] * bool(points)
    en = [f"special schools: {special}"] * bool(special) + [f"small teaching points: {points}"] * bool(points)
    if not zh:
        return counted
    return Text(f"{counted.zh}（含{'、'.join(zh)}）", f"{counted.en} (including {', '.join(en)})")


def _answer(ratio: Ratio, county: CountyFacts) -> Answer:
    held = threshold(county.rules, ratio.parameter)
    if ratio.level == "school":
        return _of_schools(ratio, county, held)
    if ratio.table == "counties":
        return _of_county(ratio, county, held)
    return _summed(ratio, county, held)


def _of_county(ratio: Ratio, county: CountyFacts, held: Threshold | None) -> Answer:
    row = county.county
    columns = _columns(ratio)
    refs = tuple(_ref(ratio.table, county.code, "", name, row[name]) for name in columns)
    missing = tuple(
        not_reported(county.code, contract("counties").field(name).title) for name in columns if row[name] is None
    )
    extra = {name: row[name] for name in EXTRA_FIGURES.get(ratio.id, ())}
    answer = _answered(ratio, held, row, refs, missing)
    return replace(answer, figures={**answer.figures, **extra})


def _summed(ratio: Ratio, county: CountyFacts, held: Threshold | None) -> Answer:
    """A county ratio whose parts are summed over the schools it applies to."""
    chosen, unknown = _applicable(ratio, county)
    rows = {one: county.row(ratio.table, one.code, ratio.section or "") for one in chosen}
    sums = {name: total(row[name] for row in rows.values()) for name in _columns(ratio)}
    missing = [
        not_reported(one.name, contract(ratio.table).field(name).title)
        for one, row in rows.items()
        for name in _columns(ratio)
        if row[name] is None
    ]
    missing += [
        not_reported(one.name, Text("城乡类型、举办者或寄宿情况", "urban or rural, organiser or boarding"))
        for one in unknown
    ]
    if not chosen and not unknown:
        return _not_applicable(ratio, held)
    refs = tuple(
        _ref(ratio.table, one.code, ratio.section or "", name, row[name])
        for one, row in rows.items()
        for name in _columns(ratio)
    )
    whole = dict.fromkeys(sums, None) if unknown else sums
    return _answered(ratio, held, whole, refs, tuple(missing))


def _of_schools(ratio: Ratio, county: CountyFacts, held: Threshold | None) -> Answer:
    """A ratio each school must hold by itself; the county's number is for the form."""
    chosen, _ = _applicable(ratio, county)
    rows = {one: county.row(ratio.table, one.code, ratio.section or "") for one in chosen}
    bound = held.value if held else None
    values = {one: value_of(ratio, row) for one, row in rows.items()}
    by_school = {one.code: holds(value, ratio.comparison, bound) for one, value in values.items()}
    missing = [
        not_reported(one.name, contract(ratio.table).field(name).title)
        for one, row in rows.items()
        for name in _columns(ratio)
        if row[name] is None
    ]
    sums = {name: total(row[name] for row in rows.values()) for name in _columns(ratio)}
    failing = tuple(
        Failing(one.code, one.name, _short(ratio, value, held))
        for one, value in values.items()
        if by_school[one.code] is False
    )
    whole = value_of(ratio, sums)
    measured = Measured(ratio.id, ratio.title, whole, ratio.unit, held, all_of(by_school.values()))
    return Answer(measured, _figures(ratio, sums, whole), tuple(missing), failing, by_school)


def _answered(
    ratio: Ratio, held: Threshold | None, row: Mapping[str, Any], refs: tuple[FactRef, ...], missing: tuple[Text, ...]
) -> Answer:
    value = value_of(ratio, row)
    met = holds(value, ratio.comparison, held.value if held else None)
    if value is None and not missing:
        missing = (
            Text(f"{ratio.title.zh}：分母为零，不可计算", f"{ratio.title.en}: denominator is zero, not computable"),
        )
    measured = Measured(ratio.id, ratio.title, value, ratio.unit, held, met, refs, ratio.comparison)
    return Answer(measured, _figures(ratio, row, value), missing)


def _not_applicable(ratio: Ratio, held: Threshold | None) -> Answer:
    """No school the ratio applies to: nothing stands against it."""
    return Answer(Measured(ratio.id, ratio.title, None, ratio.unit, held, met=True), _figures(ratio, {}, None))


def value_of(ratio: Ratio, row: Mapping[str, Any]) -> float | None:
    """None when a part is missing or the denominator is zero."""
    above, below = _linear(ratio.numerator, row), _linear(ratio.denominator, row)
    if above is None or below is None or below == 0:
        return None
    return ratio.per * above / below


def _linear(terms: Linear, row: Mapping[str, Any]) -> float | None:
    if not terms:
        return 1.0
    parts = total(None if row.get(name) is None else factor * row[name] for name, factor in terms.items())
    return None if parts is None else float(parts)


def _columns(ratio: Ratio) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ratio.numerator, *ratio.denominator)))


def _figures(ratio: Ratio, row: Mapping[str, Any], value: float | None) -> dict[str, float | None]:
    head = f"{ratio.section}." if ratio.section else ""
    return {**{f"{head}{name}": row.get(name) for name in _columns(ratio)}, f"ratio.{ratio.id}": value}


def _public_urban_day(school: School) -> bool | None:
    """Public day schools of cities and towns (城区和镇区公办，不含寄宿制)."""
    urban = None if school.zone is None else school.zone in {"urban", "town"}
    public = None if school.private is None else not school.private
    day = None if school.row["boarding"] is None else not school.row["boarding"]
    return all_of((urban, public, day))


def _everyone(_school: School) -> bool | None:
    return True


WHERE: Mapping[str | None, Callable[[School], bool | None]] = {None: _everyone, "public_urban_day": _public_urban_day}


def _applicable(ratio: Ratio, county: CountyFacts) -> tuple[list[School], list[School]]:
    """The schools a ratio is about, and those of which that is not known."""
    among = [one for one in county.schools if ratio.section is None or ratio.section in one.pupils]
    asked = {one: WHERE[ratio.where](one) for one in among if ratio.where is None or one.kind != "special"}
    return [one for one, yes in asked.items() if yes], [one for one, yes in asked.items() if yes is None]


def _together(parts: Iterable[Mapping[str, bool | None]]) -> dict[str, bool | None]:
    whole: dict[str, bool | None] = {}
    for part in parts:
        for code, met in part.items():
            whole[code] = all_of((whole.get(code, True), met))
    return whole


def _ref(table: str, code: str, part: str, name: str, value: Any) -> FactRef:
    held = contract(table).field(name)
    return FactRef(table, code, part, name, held.title, value, held.unit)


def _describe(one: Measured) -> Text:
    bound = one.threshold.value if one.threshold else None
    needed = "—" if bound is None else number(bound)
    if one.value is None:
        if one.met:
            return Text(f"{one.title.zh}：没有适用学校", f"{one.title.en}: no school it applies to")
        return Text(f"{one.title.zh}：未评定", f"{one.title.en}: not judged")
    return Text(
        f"{one.title.zh}{number(one.value)}{one.unit}（标准{needed}{one.unit}）",
        f"{one.title.en} {number(one.value)} {one.unit} (standard {needed})",
    )


def _short(ratio: Ratio, value: float | None, held: Threshold | None) -> Text:
    shown = "—" if value is None else number(value)
    needed = "—" if held is None or held.value is None else number(held.value)
    sign = SIGNS[ratio.comparison]
    return Text(
        f"{ratio.title.zh}{shown}{ratio.unit}，要求{sign}{needed}",
        f"{ratio.title.en} {shown}, required {sign} {needed}",
    )

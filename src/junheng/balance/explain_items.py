"""Why an item and a county stand where they stand."""

from collections.abc import Mapping
from decimal import Decimal

from junheng.balance.explain_parts import margin, threshold
from junheng.balance.items.context import of_county
from junheng.balance.model import (
    STATE_TITLES,
    CityVerdict,
    Conclusion,
    CountyVerdict,
    Explanation,
    FactRef,
    ItemResult,
    Measured,
    State,
    no_such,
    state_of,
)
from junheng.balance.references import References, reference
from junheng.balance.units import units_of
from junheng.facts.bands import CLASS_BANDS
from junheng.facts.codes import code_list
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts
from junheng.policy.standard import Item
from junheng.policy.text import Text
from junheng.policy.years import statistics_day

Fields = tuple[tuple[str, str], ...]
"""Table and field of every fact an item looks at in a school."""

ROOM_FIELDS: Fields = tuple(
    ("rooms", one.id) for one in contract("rooms").measures if one.id.startswith(("music_rooms", "art_rooms"))
)
SCHOOL_FIELDS: Mapping[str, Fields] = {
    "specialist_rooms": (
        ("sections", "classes"),
        *ROOM_FIELDS,
        ("schools", "built_by_2016"),
        ("schools", "max_class_below_30"),
    ),
    "school_size": (("sections", "pupils"), ("schools", "built_by_2010"), ("schools", "migrant_children")),
    "class_size": tuple(("class_sizes", band) for band in CLASS_BANDS),
    "small_school_funds": (
        ("money", "public_funds_budget_yuan"),
        ("money", "pupils_last_year"),
        ("sections", "pupils"),
    ),
}

DOMAIN_TITLES: Mapping[str, Text] = {
    "resources": Text("资源配置", "Resources"),
    "government": Text("政府保障程度", "Government support"),
    "quality": Text("教育质量", "Quality of education"),
    "social": Text("社会认可度", "Public recognition"),
    "veto": Text("一票否决", "Vetoes"),
}

STATE_ORDER = (State.NOT_MET, State.NOT_JUDGED, State.MET, State.BY_EVIDENCE)


def explain_item(city: CityVerdict, facts: Facts, county: str, item: str) -> Explanation:
    """One item: its numbers with their facts, its evidence, and the schools, failing ones first.

    Raises:
        LookupError: there is no such county or item in the verdict.
    """
    items = city.county(county).items
    result = next((one for one in items if one.item.id == item), None)
    if result is None:
        raise no_such(Text(f"条款 {item}", f"item {item}"), (one.item.id for one in items))
    own = of_county(facts, county)
    references = References(own, units_of(own, city.standard))
    names = dict(own["schools"].select("school_code", "school_name").iter_rows())
    schools = [_school(result, code, names.get(code, code), met, references) for code, met in result.by_school.items()]
    return Explanation(
        title=Text(f"{result.item.id} {result.item.title.zh}", f"{result.item.id} {result.item.title.en}"),
        value=result.summary.zh,
        unit="",
        state=result.state,
        cite=f"{city.standard.cite} {result.item.cite}",
        facts=_evidence(own, result),
        children=(
            *map(_measured, result.measured),
            *_parameters(city, result.item),
            *sorted(schools, key=_worst_first),
        ),
        notes=(*_concluded(result.conclusion), *result.missing),
    )


def explain_county(city: CityVerdict, facts: Facts, county: str) -> Explanation:
    """The verdict on a county: each domain with its results, worst first. ``facts`` are those of the verdict.

    Raises:
        LookupError: the county is not in the verdict.
    """
    verdict = city.county(county)
    if facts.year != verdict.year:
        raise LookupError(
            f"结论是 {verdict.year} 学年的，数据是 {facts.year} 学年的 / "
            f"the verdict is on {verdict.year}, the facts are of {facts.year}"
        )
    domains = [_domain(city, verdict, domain, state) for domain, state in verdict.domains.items()]
    return Explanation(
        title=Text(f"{verdict.county.zh} 评估结论", f"Verdict on {verdict.county.en}"),
        value=STATE_TITLES[verdict.state].zh,
        unit="",
        state=verdict.state,
        formula=Text(
            "任一方面确定未达标即未达标；否则有未评定的即未评定；全部达标才达标",
            "not met when any domain certainly fails; else not judged when any is; else met",
        ),
        cite=city.standard.cite,
        children=tuple(domains),
        notes=(*verdict.reasons, *verdict.missing),
    )


def _domain(city: CityVerdict, verdict: CountyVerdict, domain: str, state: State) -> Explanation:
    children = _resources(city, verdict) if domain == "resources" else _items(verdict, domain)
    return Explanation(
        DOMAIN_TITLES[domain], STATE_TITLES[state].zh, "", state, cite=city.standard.cite, children=children
    )


def _items(verdict: CountyVerdict, domain: str) -> tuple[Explanation, ...]:
    held = [one for one in verdict.items if one.item.domain == domain]
    found = [
        Explanation(
            Text(f"{one.item.id} {one.item.title.zh}", f"{one.item.id} {one.item.title.en}"),
            one.summary.zh,
            "",
            one.state,
            cite=one.item.cite,
            notes=one.missing,
        )
        for one in held
    ]
    return tuple(sorted(found, key=_worst_first))


def _resources(city: CityVerdict, verdict: CountyVerdict) -> tuple[Explanation, ...]:
    """The dispersions, then the schools that do not pass or are not judged."""
    rules = city.standard.rules(statistics_day(city.year))
    spreads = []
    for one in verdict.indicators:
        indicator = city.standard.indicator(one.indicator)
        limit = threshold(rules, indicator.limit.get(one.section))
        spreads.append(
            Explanation(
                _in_section(one.section, Text(f"{indicator.title.zh} 差异系数", f"dispersion of {indicator.title.en}")),
                one.dispersion,
                "",
                state_of(one.met),
                threshold=limit,
                margin=margin(one.dispersion, one.limit, higher=False),
            )
        )
    schools = [
        Explanation(
            _in_section(one.section, Text(one.school_name, one.school_name)),
            STATE_TITLES[state_of(one.passes)].zh,
            "",
            state_of(one.passes),
            notes=one.reasons,
        )
        for one in verdict.schools
        if one.passes is not True
    ]
    return (*sorted(spreads, key=_worst_first), *sorted(schools, key=_worst_first))


def _in_section(section: str, title: Text) -> Text:
    named = code_list("sections").codes.get(section, Text(section, section))
    return Text(f"{named.zh} {title.zh}", f"{named.en}: {title.en}")


def _worst_first(node: Explanation) -> int:
    return STATE_ORDER.index(node.state) if node.state else len(STATE_ORDER)


def _measured(one: Measured) -> Explanation:
    higher = one.comparison in {"at_least", "above"}
    return Explanation(
        one.title,
        one.value,
        one.unit,
        state_of(one.met),
        cite=one.threshold.cite if one.threshold else None,
        threshold=one.threshold,
        margin=margin(one.value, one.threshold.value if one.threshold else None, higher=higher),
        facts=one.facts,
    )


def _parameters(city: CityVerdict, item: Item) -> tuple[Explanation, ...]:
    """The numbers of the law the item uses."""
    rules = city.standard.rules(statistics_day(city.year))
    named = [name for name in (item.uses or {}).values() if isinstance(rules.value(name), Decimal)]
    held = [one for one in (threshold(rules, name) for name in dict.fromkeys(named)) if one is not None]
    return tuple(Explanation(one.title, one.value, one.unit, cite=one.cite, threshold=one) for one in held)


def _school(result: ItemResult, code: str, name: str, met: bool | None, references: References) -> Explanation:
    why = [one.why for one in result.failing if one.code == code]
    return Explanation(
        Text(name, name),
        STATE_TITLES[state_of(met)].zh,
        "",
        state_of(met),
        facts=tuple(_facts(result.item, code, references)),
        notes=tuple(why),
        school=code,
    )


def _facts(item: Item, code: str, references: References) -> list[FactRef]:
    fields = SCHOOL_FIELDS.get(item.measure or "", ())
    fields += tuple(
        (ratio.table, name) for ratio in item.ratios for name in dict.fromkeys((*ratio.numerator, *ratio.denominator))
    )
    found = []
    for table, field in dict.fromkeys(fields):
        parts = references.parts(table, code)
        found += [one for part in parts for one in references.of(table, code, part, field)]
    return found


def _evidence(facts: Facts, result: ItemResult) -> tuple[FactRef, ...]:
    """The records behind a conclusion."""
    rows = facts["evidence"].iter_rows(named=True)
    return tuple(
        reference("evidence", row["county_code"], f"{row['item']}/{row['school_code'] or ''}", "met", row["met"])
        for row in rows
        if row["item"] == result.item.id
    )


def _concluded(held: Conclusion | None) -> tuple[Text, ...]:
    if held is None:
        return ()
    document = f"，材料：{held.document}" if held.document else ""
    return (
        Text(
            f"{held.judged_by}于{held.judged_on}认定{'达标' if held.met else '未达标'}{document}",
            f"judged {'met' if held.met else 'not met'} by {held.judged_by} on {held.judged_on}",
        ),
    )

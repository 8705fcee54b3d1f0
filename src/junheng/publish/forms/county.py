"""Every value the application forms ask for, by the names of their layout."""

from collections.abc import Iterator, Mapping

import polars as pl

from junheng.balance.model import CityVerdict, CountyVerdict, ItemResult, State
from junheng.facts.tables import Facts
from junheng.publish.display import NO, YES
from junheng.publish.findings import finding
from junheng.publish.forms.counts import counts
from junheng.publish.forms.phrases import Value, Values

PER_CENT = 100
YUAN_PER_10K = 10_000


def county_values(city: CityVerdict, facts: Facts, county_code: str) -> Values:
    """All values of forms I to VI except the rows of II-2; what is not known is absent or None."""
    county = city.county(county_code)
    found: dict[str, Value] = dict(counts(facts, city.standard, county_code))
    found |= _county_row(facts, county_code)
    found |= _surveys(facts, county_code)
    found |= dict(_resources(county))
    for result in county.items:
        found |= dict(_item(result))
    return found


def yes_no(met: bool | None) -> str | None:
    return None if met is None else (YES if met else NO).zh


def _county_row(facts: Facts, county_code: str) -> Mapping[str, Value]:
    rows = facts["counties"].filter(pl.col("county_code") == county_code).to_dicts()
    row = rows[0] if rows else {}
    return {
        **{f"county.{name}": value for name, value in row.items()},
        "county.special_funds_10k": _ratio(row.get("special_funds_yuan"), YUAN_PER_10K, 1),
        "share.good_senior_rural": _ratio(row.get("good_senior_rural"), row.get("good_senior_allotted")),
        "share.disabled_in_special_schools": _ratio(
            row.get("disabled_in_special_schools"), row.get("disabled_enrolled")
        ),
        "sum.migrant_served": _sum(row.get("migrant_public"), row.get("migrant_purchased")),
    }


def _ratio(part: float | None, total: float | None, per: float = PER_CENT) -> float | None:
    return None if part is None or not total else per * part / total


def _sum(*parts: float | None) -> float | None:
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _surveys(facts: Facts, county_code: str) -> Mapping[str, Value]:
    found: dict[str, Value] = {}
    for row in facts["surveys"].filter(pl.col("county_code") == county_code).iter_rows(named=True):
        prefix = f"survey.{row['group']}"
        found |= {f"{prefix}.{name}": value for name, value in row.items()}
        found[f"{prefix}.satisfied_share"] = _ratio(row["satisfied"], row["valid"])
        found[f"{prefix}.visits_share"] = _ratio(row["visits_satisfied"], row["visits"])
    return found


def _resources(county: CountyVerdict) -> Iterator[tuple[str, Value]]:
    for one in county.indicators:
        yield f"mean.{one.section}.{one.indicator}", one.mean
        yield f"dispersion.{one.section}.{one.indicator}", one.dispersion
    for section in dict.fromkeys(one.section for one in county.indicators):
        schools = [school for school in county.schools if school.section == section]
        yield from _passing("passing", section, [school.passes for school in schools])
        for name in dict.fromkeys(one.indicator for one in county.indicators):
            judged = [school.met.get(name) for school in schools]
            yield from (
                (key.replace(section, f"{section}.{name}"), value) for key, value in _passing("met", section, judged)
            )
        balanced = [one.met for one in county.indicators if one.section == section]
        yield f"balanced.{section}", _balanced(balanced)


def _passing(name: str, section: str, judged: list[bool | None]) -> Iterator[tuple[str, Value]]:
    """How many schools are met, and their share; no share while one of them is not judged."""
    if judged:
        yield f"{name}.{section}", judged.count(True)
        yield f"{name}_share.{section}", None if None in judged else PER_CENT * judged.count(True) / len(judged)


def _balanced(met: list[bool | None]) -> str | None:
    """A section is out of balance as soon as one dispersion is too large."""
    if False in met:
        return "未达标"
    return None if None in met else "达标"


def _item(result: ItemResult) -> Iterator[tuple[str, Value]]:
    name = result.item.id
    yield f"{name}.met", yes_no(result.ok)
    yield f"{name}.brief", _brief(result)
    for figure, value in result.figures.items():
        yield f"{name}.{figure}", value


def _brief(result: ItemResult) -> str | None:
    """The finding in a sentence, with who judged it, when and on what; empty while nothing is known."""
    judged = result.conclusion
    if judged is None:
        return None if result.state is State.NOT_JUDGED else finding(result).zh
    said = finding(result).zh
    if judged.judged_by not in said:
        said = f"{said}；{judged.judged_by} {judged.judged_on} 认定{'达标' if judged.met else '未达标'}"
    return f"{said}（{judged.document}）" if judged.document else said

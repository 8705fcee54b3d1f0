"""One county over several school years."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict, IndicatorResult
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import cell
from junheng.publish.rounding import AVERAGE, DISPERSION
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import (
    INDICATOR,
    INDICATOR_TITLE,
    SECTION,
    UNIT,
    about,
    by_section,
    county_title,
    source,
)
from junheng.publish.words import section_title


def trend(cities: Sequence[CityVerdict], county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per section and indicator with mean and dispersion of every year, oldest first, and the last change.

    A year in which the county has no verdict is left empty. ``cities`` must hold at least one verdict.
    """
    years = sorted(cities, key=lambda one: one.year)
    latest = years[-1]
    found = [_results(city, county_code) for city in years]
    return Table(
        id="trend",
        title=county_title(latest, county_code, "历年变化", "change over the years"),
        columns=(
            SECTION,
            INDICATOR,
            INDICATOR_TITLE,
            UNIT,
            *(_year_column("mean", "平均值", "mean", one.year, AVERAGE) for one in years),
            *(_year_column("dispersion", "差异系数", "dispersion", one.year, DISPERSION) for one in years),
            Column("change", Text("差异系数较上年", "Change of dispersion"), "number", None, DISPERSION),
        ),
        rows=tuple(_row(latest, key, found) for key in found[-1]),
        notes=tuple(notes),
        source=source(latest),
        about=about(latest, "indicator", county_code),
    )


Key = tuple[str, str]


def _results(city: CityVerdict, county_code: str) -> dict[Key, IndicatorResult]:
    counties = [one for one in city.counties if one.county_code == county_code]
    found = by_section(city, (one for county in counties for one in county.indicators))
    return {(one.section, one.indicator): one for one in found}


def _year_column(kind: str, zh: str, en: str, year: int, decimals: int) -> Column:
    return Column(f"{kind}_{year}", Text(f"{year}年", str(year)), "number", None, decimals, Text(zh, en.capitalize()))


def _row(city: CityVerdict, key: Key, found: Sequence[dict[Key, IndicatorResult]]) -> tuple[object, ...]:
    section, id_ = key
    indicator = city.standard.indicator(id_)
    held = [results.get(key) for results in found]
    spread = [one.dispersion if one else None for one in held]
    change = None
    if len(spread) > 1 and spread[-1] is not None and spread[-2] is not None:
        change = spread[-1] - spread[-2]
    return (
        section_title(section),
        id_,
        indicator.short,
        indicator.unit,
        *(cell(one, one.mean) if one else None for one in held),
        *(cell(one, one.dispersion) if one else None for one in held),
        change,
    )

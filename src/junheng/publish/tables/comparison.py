"""Two standards side by side on the same schools, such as 2017 beside 2012."""

from collections.abc import Iterator, Sequence

from junheng.balance.model import CityVerdict, IndicatorResult, state_of
from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import (
    DISPERSION_COLUMN,
    INDICATOR,
    INDICATOR_TITLE,
    LIMIT,
    MEAN,
    MET,
    SECTION,
    about,
    county_title,
    source,
)
from junheng.publish.words import section_title


def comparison(cities: Sequence[CityVerdict], county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per standard, section and indicator. ``cities`` judge one snapshot by different standards."""
    first = cities[0]
    return Table(
        id="comparison",
        title=county_title(first, county_code, "不同标准对照", "standards side by side"),
        columns=(
            Column("standard", Text("标准", "Standard")),
            SECTION,
            INDICATOR,
            INDICATOR_TITLE,
            MEAN,
            DISPERSION_COLUMN,
            LIMIT,
            MET,
        ),
        rows=tuple(row for city in cities for row in _rows(city, county_code)),
        notes=tuple(notes),
        source=" | ".join(source(city) for city in cities),
        about=about(first, "indicator", county_code),
    )


def _rows(city: CityVerdict, county_code: str) -> Iterator[tuple[object, ...]]:
    for section in city.standard.sections:
        for one in city.county(county_code).indicators:
            if one.section == section:
                yield _row(city, one)


def _row(city: CityVerdict, one: IndicatorResult) -> tuple[object, ...]:
    return (
        city.standard.number,
        section_title(one.section),
        one.indicator,
        city.standard.indicator(one.indicator).short,
        one.mean,
        one.dispersion,
        one.limit,
        state_of(one.met) if one.limit is not None else None,
    )

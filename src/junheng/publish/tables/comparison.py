"""Two standards side by side on the same schools, such as 2017 beside 2012."""

from collections.abc import Iterator, Sequence

from junheng.balance.compare import MeanDispersion, mean_dispersions
from junheng.balance.model import CityVerdict, IndicatorResult, state_of
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import cell
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

MEAN_TITLE = Text("综合差异系数（各项平均）", "Mean of the dispersions")


def comparison(cities: Sequence[CityVerdict], county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per standard, section and indicator, and the mean of the dispersions where a standard tests that.

    ``cities`` judge one snapshot by different standards.
    """
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
    county = city.county(county_code)
    means = {one.section: one for one in mean_dispersions(city.standard, county)}
    for section in city.standard.sections:
        for one in county.indicators:
            if one.section == section:
                yield _row(city, one)
        if city.standard.county_rule.dispersion == "mean":
            yield _mean_row(city, means[section])


def _mean_row(city: CityVerdict, one: MeanDispersion) -> tuple[object, ...]:
    title = section_title(one.section)
    return (city.standard.number, title, None, MEAN_TITLE, None, one.value, one.limit, state_of(one.met))


def _row(city: CityVerdict, one: IndicatorResult) -> tuple[object, ...]:
    return (
        city.standard.number,
        section_title(one.section),
        one.indicator,
        city.standard.indicator(one.indicator).short,
        cell(one, one.mean),
        cell(one, one.dispersion),
        one.limit,
        state_of(one.met) if one.limit is not None else None,
    )

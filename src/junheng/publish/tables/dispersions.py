"""The dispersions of one county against their limits."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict, IndicatorResult, state_of
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import cell
from junheng.publish.rounding import DISPERSION
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import (
    DISPERSION_COLUMN,
    INDICATOR,
    INDICATOR_TITLE,
    LIMIT,
    MEAN,
    MET,
    SECTION,
    UNIT,
    about,
    by_section,
    county_title,
    source,
)
from junheng.publish.words import section_title

MARGIN = Column(
    "margin",
    Text("余量", "Margin"),
    "number",
    None,
    DISPERSION,
    description=Text("上限减差异系数，负数为超出", "Limit minus dispersion; negative means above the limit"),
)


def dispersions(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per section and indicator (14 for the official standard): mean, dispersion, limit, margin, met."""
    return Table(
        id="dispersions",
        title=county_title(city, county_code, "校际差异系数", "dispersion between schools"),
        columns=(
            SECTION,
            INDICATOR,
            INDICATOR_TITLE,
            UNIT,
            MEAN,
            DISPERSION_COLUMN,
            LIMIT,
            MARGIN,
            MET,
            Column("schools", Text("计入学校数", "Schools counted"), "number", "所", 0),
            Column("missing", Text("缺报学校数", "Schools without a value"), "number", "所", 0),
        ),
        rows=tuple(_row(city, one) for one in by_section(city, city.county(county_code).indicators)),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "indicator", county_code),
    )


def _row(city: CityVerdict, one: IndicatorResult) -> tuple[object, ...]:
    indicator = city.standard.indicator(one.indicator)
    margin = None if one.dispersion is None or one.limit is None else one.limit - one.dispersion
    return (
        section_title(one.section),
        one.indicator,
        indicator.title,
        indicator.unit,
        cell(one, one.mean),
        cell(one, one.dispersion),
        one.limit,
        cell(one, margin),
        state_of(one.met),
        one.schools,
        one.missing,
    )

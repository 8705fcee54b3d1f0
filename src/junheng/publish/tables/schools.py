"""The schools of one county: their values, and those that fall short."""

from collections.abc import Iterator, Sequence

from junheng.balance.model import CityVerdict, SchoolResult, state_of
from junheng.policy.standard import Indicator
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import cell
from junheng.publish.display import joined
from junheng.publish.rounding import AVERAGE
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import (
    INDICATOR,
    INDICATOR_TITLE,
    PUPILS,
    REASONS,
    SCHOOL,
    SCHOOL_CODE,
    SECTION,
    UNIT,
    about,
    by_section,
    county_title,
    source,
    threshold,
)
from junheng.publish.words import section_title


def school_values(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per school section: every indicator, how many are met, whether the school passes, and why not."""
    indicators = city.standard.indicators
    return Table(
        id="school_values",
        title=county_title(city, county_code, "各校资源配置", "resources of every school"),
        columns=(
            SCHOOL_CODE,
            SCHOOL,
            SECTION,
            PUPILS,
            *(_value_column(indicator) for indicator in indicators),
            Column("met_count", Text("达标项数", "Indicators met"), "number", None, 0),
            Column("passes", Text("综合评估", "Verdict"), "state"),
            REASONS,
        ),
        rows=tuple(_row(school, indicators) for school in by_section(city, city.county(county_code).schools)),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "school", county_code),
    )


def _value_column(indicator: Indicator) -> Column:
    group = Text("资源配置指标", "Resource indicators")
    title = Text(f"{indicator.id} {indicator.short.zh}", f"{indicator.id} {indicator.short.en}")
    return Column(indicator.id, title, "number", indicator.unit, indicator.decimals, group, indicator.title)


def _row(school: SchoolResult, indicators: tuple[Indicator, ...]) -> tuple[object, ...]:
    return (
        school.school_code,
        school.school_name,
        section_title(school.section),
        cell(school, school.pupils),
        *(cell(school, school.values.get(indicator.id)) for indicator in indicators),
        school.met_count,
        state_of(school.passes),
        joined(school.reasons),
    )


def failing_schools(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per indicator that a failing school does not meet: value, threshold, by how much it falls short."""
    return Table(
        id="failing_schools",
        title=county_title(city, county_code, "未达标学校清单", "schools that fall short"),
        columns=(
            SCHOOL_CODE,
            SCHOOL,
            SECTION,
            INDICATOR,
            INDICATOR_TITLE,
            UNIT,
            Column("value", Text("实际值", "Value"), "number", None, AVERAGE),
            Column("threshold", Text("标准值", "Threshold"), "number", None, AVERAGE),
            Column("short_by", Text("相差", "Short by"), "number", None, AVERAGE),
            Column("reached", Text("达到标准的比例", "Share of the threshold"), "percent", "%", 1),
        ),
        rows=tuple(_shortfalls(city, county_code)),
        notes=(*notes, Text("相差按未修约的数值计算", "Short by is computed before rounding")),
        source=source(city),
        about=about(city, "school", county_code),
    )


def _shortfalls(city: CityVerdict, county_code: str) -> Iterator[tuple[object, ...]]:
    for school in by_section(city, city.county(county_code).schools):
        if school.passes is not False:
            continue
        for indicator in city.standard.indicators:
            if school.met.get(indicator.id) is False:
                yield _shortfall(city, school, indicator)


def _shortfall(city: CityVerdict, school: SchoolResult, indicator: Indicator) -> tuple[object, ...]:
    value, wanted = school.values.get(indicator.id), threshold(city, indicator, school.section)
    short = None if value is None or wanted is None else abs(wanted - value)
    reached = None if value is None or not wanted else 100 * value / wanted
    return (
        school.school_code,
        school.school_name,
        section_title(school.section),
        indicator.id,
        indicator.short,
        indicator.unit,
        cell(school, value),
        wanted,
        cell(school, short),
        cell(school, reached),
    )

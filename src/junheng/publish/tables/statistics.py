"""How the schools of a county lie on each indicator."""

from collections.abc import Sequence
from statistics import median

from junheng.balance.model import CityVerdict
from junheng.policy.standard import Indicator
from junheng.policy.text import Text
from junheng.publish.disclosure_marks import hidden
from junheng.publish.rounding import AVERAGE, RATIO
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import (
    INDICATOR,
    INDICATOR_TITLE,
    SECTION,
    UNIT,
    about,
    county_title,
    source,
    threshold,
)
from junheng.publish.words import section_title


def indicator_statistics(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per section and indicator: threshold, schools, lowest, median and highest value, schools that meet it."""
    return Table(
        id="indicator_statistics",
        title=county_title(city, county_code, "各项指标分布", "spread of the indicators"),
        columns=(
            SECTION,
            INDICATOR,
            INDICATOR_TITLE,
            UNIT,
            Column("threshold", Text("标准值", "Threshold"), "number", None, AVERAGE),
            Column("schools", Text("有数据学校数", "Schools with a value"), "number", "所", 0),
            Column("missing", Text("缺报学校数", "Schools without a value"), "number", "所", 0),
            Column("lowest", Text("最小值", "Lowest"), "number", None, AVERAGE),
            Column("median", Text("中位数", "Median"), "number", None, AVERAGE),
            Column("highest", Text("最大值", "Highest"), "number", None, AVERAGE),
            Column("meeting", Text("达标学校数", "Schools meeting it"), "number", "所", 0),
            Column("meeting_share", Text("达标学校比例", "Share meeting it"), "percent", "%", RATIO),
        ),
        rows=tuple(
            _row(city, county_code, section, indicator)
            for section in city.standard.sections
            for indicator in city.standard.indicators
        ),
        notes=(*notes, Text("达标学校比例以有数据的学校为分母", "Shares count schools that have a value")),
        source=source(city),
        about=about(city, "indicator", county_code),
    )


def _row(city: CityVerdict, county_code: str, section: str, indicator: Indicator) -> tuple[object, ...]:
    schools = [school for school in city.county(county_code).schools if school.section == section]
    found = [value for school in schools if (value := school.values.get(indicator.id)) is not None]
    judged = [met for school in schools if (met := school.met.get(indicator.id)) is not None]
    return (
        section_title(section),
        indicator.id,
        indicator.short,
        indicator.unit,
        threshold(city, indicator, section),
        len(found),
        sum(not hidden(school) for school in schools) - len(found),
        min(found, default=None),
        median(found) if found else None,
        max(found, default=None),
        sum(judged) if judged else None,
        100 * sum(judged) / len(judged) if judged else None,
    )

"""What the tables share: where they come from and the columns that name things."""

from collections.abc import Iterable
from typing import TypeVar

from junheng.balance.model import CityVerdict, IndicatorResult, SchoolResult
from junheng.policy.standard import Indicator
from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.publish.rounding import AVERAGE, DISPERSION
from junheng.publish.table import About, Column, Level

SNAPSHOT_DIGITS = 12
Result = TypeVar("Result", SchoolResult, IndicatorResult)

COUNTY_CODE = Column("county_code", Text("区县代码", "County code"), "code")
COUNTY = Column("county", Text("区县", "County"))
SCHOOL_CODE = Column("school_code", Text("学校标识码", "School code"), "code")
SCHOOL = Column("school_name", Text("学校名称", "School"))
SECTION = Column("section", Text("学段", "Section"))
INDICATOR = Column("indicator", Text("指标编号", "Indicator"), "code")
INDICATOR_TITLE = Column("indicator_title", Text("指标", "Indicator title"))
PUPILS = Column("pupils", Text("在校学生数", "Pupils"), "number", "人", 0)
MEAN = Column("mean", Text("全县平均值", "County mean"), "number", None, AVERAGE)
DISPERSION_COLUMN = Column(
    "dispersion",
    Text("差异系数", "Dispersion"),
    "number",
    None,
    DISPERSION,
    description=Text(
        "按学生数加权的总体标准差除以全县平均值", "Pupil-weighted population deviation over the county mean"
    ),
)
LIMIT = Column("limit", Text("上限", "Limit"), "number", None, DISPERSION)
MET = Column("met", Text("是否达标", "Met"), "state")
UNIT = Column("unit", Text("单位", "Unit"))
REASONS = Column("reasons", Text("说明", "Reasons"))


def about(city: CityVerdict, level: Level, county_code: str | None = None) -> About:
    return About(city.year, level, city.standard.id, city.snapshot, county_code)


def source(city: CityVerdict) -> str:
    """Standard and snapshot, so that any printed table leads back to its facts."""
    snapshot = f" · snapshot {city.snapshot[:SNAPSHOT_DIGITS]}" if city.snapshot else ""
    return f"{city.standard.number} · {city.year}—{city.year + 1}{snapshot}"


def threshold(city: CityVerdict, indicator: Indicator, section: str) -> float | None:
    """What a school of the section must reach on the statistics day of the year."""
    name = indicator.threshold.get(section)
    return city.standard.rules(statistics_day(city.year)).number(name) if name else None


def county_title(city: CityVerdict, county_code: str, zh: str, en: str) -> Text:
    county = city.county(county_code).county
    return Text(f"{county.zh}{zh}", f"{county.en}: {en}")


def by_section(city: CityVerdict, results: Iterable[Result]) -> list[Result]:
    """The results in the order of the standard's sections, otherwise as they come."""
    place = {section: at for at, section in enumerate(city.standard.sections)}
    return sorted(results, key=lambda one: place.get(one.section, len(place)))

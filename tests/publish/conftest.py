"""A small county, made by hand: three primary and two junior sections, one of which fails and one is not judged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from junheng.balance.model import (
    CityVerdict,
    Conclusion,
    CountyVerdict,
    Failing,
    IndicatorResult,
    ItemResult,
    Measured,
    SchoolResult,
    State,
)
from junheng.facts.tables import Facts
from junheng.policy import Standard, Text, load_standard, statistics_day

COUNTY = "410105"
YEAR = 2023
GOOD = {"L1": 6.125, "L2": 1.4, "L3": 1.0, "L4": 6.2, "L5": 11.0, "L6": 2600.005, "L7": 2.6}
SCHOOLS = {
    "2141000001": ("金水区实验小学", "211"),
    "2141000002": ("金水区文化路小学", "211"),
    "3141000003": ("金水区第九中学", "311"),
    "3141000004": ("金水区九年一贯制学校", "312"),
}


@pytest.fixture(scope="session")
def standard() -> Standard:
    return load_standard("jiaodu-2017-6")


def school(
    standard: Standard, code: str, section: str, pupils: int, values: Mapping[str, float | None]
) -> SchoolResult:
    rules = standard.rules(statistics_day(YEAR))
    met: dict[str, bool | None] = {}
    for indicator in standard.indicators:
        value, wanted = values.get(indicator.id), rules.number(indicator.threshold[section])
        met[indicator.id] = None if value is None or wanted is None else value >= wanted
    short = [id_ for id_, one in met.items() if one is False]
    passes = None if None in met.values() else len(short) <= 1
    reasons = tuple(Text(f"{id_}未达标", f"{id_} is not met") for id_ in short)
    return SchoolResult(code, SCHOOLS[code][0], section, float(pupils), dict(values), met, passes, reasons)


def indicators(standard: Standard) -> tuple[IndicatorResult, ...]:
    results = []
    for place, section in enumerate(standard.sections):
        for number, indicator in enumerate(standard.indicators):
            limit = (0.50, 0.45)[place]
            spread = None if (place, number) == (1, 6) else 0.1285 + 0.0625 * number
            met = None if spread is None else spread <= limit
            results.append(IndicatorResult(indicator.id, section, 3.005 + number, spread, limit, met, 3 - place, 0))
    return tuple(results)


def item_results(standard: Standard) -> tuple[ItemResult, ...]:
    results = []
    for item in standard.items:
        if item.kind == "evidence":
            judged = Conclusion(item.number % 2 == 1, "市政府教育督导室", date(2024, 3, 15), "郑教督〔2024〕3号")
            results.append(ItemResult(item, State.BY_EVIDENCE, Text("已认定", "Judged"), conclusion=judged))
        elif item.id == "G15":
            lacking = (Text("符合条件的随迁子女数未上报", "Eligible migrant children not reported"),)
            results.append(ItemResult(item, State.NOT_JUDGED, Text("缺数据", "Data missing"), missing=lacking))
        else:
            results.append(ItemResult(item, State.MET, Text("达到要求", "Met"), measured=measured(item.id)))
    return tuple(results)


def measured(item: str) -> tuple[Measured, ...]:
    if item != "G11":
        return ()
    return (
        Measured("rotation", Text("交流轮岗比例", "Rotation share"), 12.25, "%", None, True),
        Measured("rotation_backbone", Text("骨干占比", "Backbone share"), 20.45, "%", None, True),
    )


@pytest.fixture(scope="session")
def county(standard: Standard) -> CountyVerdict:
    weak = {**GOOD, "L5": 5.005, "L1": 4.0}
    unknown: dict[str, float | None] = {**GOOD, "L6": None}
    return CountyVerdict(
        county_code=COUNTY,
        county=Text("金水区", "Jinshui"),
        year=YEAR,
        indicators=indicators(standard),
        schools=(
            school(standard, "2141000001", "primary", 1200, GOOD),
            school(standard, "2141000002", "primary", 2300, weak),
            school(standard, "3141000004", "primary", 600, {**GOOD, "L5": 6.5}),
            school(standard, "3141000003", "junior", 900, GOOD),
            school(standard, "3141000004", "junior", 400, unknown),
        ),
        items=item_results(standard),
        resources=State.NOT_MET,
        domains={
            "resources": State.NOT_MET,
            "government": State.NOT_JUDGED,
            "quality": State.MET,
            "social": State.MET,
            "veto": State.BY_EVIDENCE,
        },
        state=State.NOT_MET,
        reasons=(
            Text("1所学校未达标", "1 school falls short"),
            Text("小学L7差异系数超限", "Primary L7 is above its limit"),
        ),
        missing=(Text("金水区九年一贯制学校初中部教学仪器设备值未上报", "Equipment value of one school not reported"),),
        left_out=(
            Failing("2141000009", "金水区柳林教学点", Text("教学点不足50人", "A teaching point below 50 pupils")),
        ),
        unreported=(Failing("2141000010", "金水区未报小学", Text("未收到报表", "No report received")),),
    )


@pytest.fixture(scope="session")
def city(standard: Standard, county: CountyVerdict) -> CityVerdict:
    return CityVerdict(standard, YEAR, "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0", (county,))


@pytest.fixture(scope="session")
def years(city: CityVerdict) -> tuple[CityVerdict, ...]:
    """The city of three school years; dispersions fall by 0.0125 a year and one is not known in the first."""

    def earlier(back: int) -> CityVerdict:
        county = city.counties[0]
        moved = tuple(
            replace(one, dispersion=None if one.dispersion is None else one.dispersion + 0.0125 * back)
            for one in county.indicators
        )
        counties = (replace(county, indicators=moved, year=YEAR - back),)
        return replace(city, year=YEAR - back, counties=counties)

    return (earlier(2), earlier(1), city)


@pytest.fixture(scope="session")
def facts() -> Facts:
    schools = pl.DataFrame(
        [
            {
                "school_code": code, "school_name": name, "county_code": COUNTY, "school_type": kind, "organiser": "7",
                "counted": True, "founded_year": 1998, "urban_rural": "111", "boarding": False,
            }
            for code, (name, kind) in SCHOOLS.items()
        ]
    )  # fmt: skip
    sections = pl.DataFrame(
        [
            ("2141000001", "primary", 1200, 6, 28), ("2141000002", "primary", 2300, 6, 46),
            ("3141000003", "junior", 900, 3, 18), ("3141000004", "primary", 600, 6, 14),
            ("3141000004", "junior", 400, 3, None),
        ],
        schema=["school_code", "section", "pupils", "grades", "classes"],
        orient="row",
    )  # fmt: skip
    counties = pl.DataFrame(
        {
            "county_code": [COUNTY], "county_name": ["金水区"], "population_10k": [161.005], "townships": [17],
            "gdp_per_capita_yuan": [121234.5], "rotation_eligible": [800], "rotation_actual": [98],
            "rotation_backbone": [20], "special_funds_yuan": [1_234_567.0], "special_pupils": [0],
        }
    )  # fmt: skip
    surveys = pl.DataFrame(
        {
            "county_code": [COUNTY, COUNTY], "group": ["all", "parents"], "questionnaires": [2000, 1200],
            "valid": [1900, 1150], "satisfied": [1805, 1092], "visits": [200, None], "visits_satisfied": [191, None],
        }
    )  # fmt: skip
    return Facts.of(YEAR, {"schools": schools, "sections": sections, "counties": counties, "surveys": surveys})

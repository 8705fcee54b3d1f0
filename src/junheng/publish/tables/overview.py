"""All counties of a city at a glance."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict, CountyVerdict
from junheng.policy.text import Text
from junheng.publish.display import joined
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import COUNTY, COUNTY_CODE, REASONS, about, source
from junheng.publish.words import DOMAIN_TITLES


def city_overview(city: CityVerdict, notes: Sequence[Text] = ()) -> Table:
    """One row per county: its state, the state of each domain, schools passing, dispersions met, and why."""
    domains = [name for name in DOMAIN_TITLES if any(name in county.domains for county in city.counties)]
    return Table(
        id="city_overview",
        title=Text("各区县评估结论", "Verdict on every county"),
        columns=(
            COUNTY_CODE,
            COUNTY,
            Column("state", Text("结论", "Verdict"), "state"),
            *(Column(f"domain_{name}", DOMAIN_TITLES[name], "state") for name in domains),
            _count("schools", "参评学校（学段）数", "School sections"),
            _count("schools_passing", "达标", "Passing"),
            _count("schools_failing", "未达标", "Failing"),
            _count("schools_not_judged", "未评定", "Not judged"),
            _count("dispersions", "差异系数项数", "Dispersions"),
            _count("dispersions_met", "差异系数达标项数", "Dispersions met"),
            REASONS,
        ),
        rows=tuple(_row(county, domains) for county in city.counties),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "county"),
    )


def _count(id_: str, zh: str, en: str) -> Column:
    return Column(id_, Text(zh, en), "number", None, 0)


def _row(county: CountyVerdict, domains: list[str]) -> tuple[object, ...]:
    passes = [school.passes for school in county.schools]
    return (
        county.county_code,
        county.county,
        county.state,
        *(county.domains.get(name) for name in domains),
        len(passes),
        passes.count(True),
        passes.count(False),
        passes.count(None),
        len(county.indicators),
        sum(one.met is True for one in county.indicators),
        joined(county.reasons),
    )

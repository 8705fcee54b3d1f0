"""Where tables come from."""

from dataclasses import replace

from junheng.balance.model import CityVerdict
from junheng.publish.table import About
from junheng.publish.tables.common import about, by_section, county_title, source, threshold
from tests.publish.conftest import COUNTY


def test_a_table_names_standard_year_and_snapshot(city: CityVerdict) -> None:
    assert source(city) == "教督〔2017〕6号 · 2023—2024 · snapshot 0f1e2d3c4b5a"
    assert source(replace(city, snapshot="")) == "教督〔2017〕6号 · 2023—2024"
    assert about(city, "county", COUNTY) == About(2023, "county", "jiaodu-2017-6", city.snapshot, COUNTY)


def test_thresholds_are_those_of_the_year(city: CityVerdict) -> None:
    assert threshold(city, city.standard.indicator("L4"), "junior") == 5.8
    assert threshold(city, city.standard.indicator("L4"), "senior") is None
    assert threshold(replace(city, year=2000), city.standard.indicator("L4"), "junior") is None


def test_sections_come_in_the_order_of_the_standard(city: CityVerdict) -> None:
    turned = tuple(reversed(city.counties[0].schools))
    assert [one.section for one in by_section(city, turned)] == ["primary"] * 3 + ["junior"] * 2


def test_titles_name_the_county(city: CityVerdict) -> None:
    assert county_title(city, COUNTY, "清单", "list").en == "Jinshui: list"

"""What a verdict lacks."""

from dataclasses import replace

from junheng.balance.model import CityVerdict
from junheng.publish.tables import missing
from tests.publish.conftest import COUNTY


def test_gaps_of_items_the_county_and_schools_are_all_named(city: CityVerdict) -> None:
    rows = missing(city, COUNTY).records()
    assert [(row["kind"].zh, row["code"]) for row in rows] == [
        ("缺少数据", "G15"),
        ("缺少数据", None),
        ("未上报", "2141000010"),
        ("不计入资源配置", "2141000009"),
    ]


def test_a_gap_is_not_named_twice(city: CityVerdict) -> None:
    county = city.counties[0]
    again = tuple(text for one in county.items for text in one.missing)
    held = replace(city, counties=(replace(county, missing=(*again, *county.missing)),))
    assert missing(held, COUNTY).rows == missing(city, COUNTY).rows

"""Items and the units that fail them."""

from dataclasses import replace

from junheng.balance.model import CityVerdict, Failing, State
from junheng.policy import Text
from junheng.publish.tables import item_failures, items
from tests.publish.conftest import COUNTY


def test_all_items_or_those_of_a_domain(city: CityVerdict) -> None:
    assert len(items(city, COUNTY).rows) == 31
    assert len(items(city, COUNTY, "government").rows) == 15
    assert items(city, COUNTY, "social").id == "items_social"


def test_evidence_says_whose_and_when(city: CityVerdict) -> None:
    [row] = [one for one in items(city, COUNTY).records() if one["item"] == "G1"]
    assert row["state"] is State.BY_EVIDENCE
    assert (row["judged_by"], row["judged_on"], row["document"]) == (
        "市政府教育督导室",
        "2024-03-15",
        "郑教督〔2024〕3号",
    )


def test_what_is_missing_is_said(city: CityVerdict) -> None:
    [row] = [one for one in items(city, COUNTY).records() if one["item"] == "G15"]
    assert row["state"] is State.NOT_JUDGED
    assert row["missing"].zh == "符合条件的随迁子女数未上报"


def test_veto_items_say_what_met_means(city: CityVerdict) -> None:
    assert "未发现" in items(city, COUNTY, "veto").notes[-1].zh
    assert items(city, COUNTY, "quality").notes == ()


def test_every_failing_unit_is_a_row(city: CityVerdict) -> None:
    assert item_failures(city, COUNTY).rows == ()
    failing = Failing("2141000001", "金水区实验小学", Text("小学超过45人的班级2个", "2 classes above 45"))
    county = city.counties[0]
    changed = tuple(replace(one, failing=(failing,)) if one.item.id == "G5" else one for one in county.items)
    held = replace(city, counties=(replace(county, items=changed),))
    assert item_failures(held, COUNTY).rows == (("G5", failing.code, failing.name, failing.why),)

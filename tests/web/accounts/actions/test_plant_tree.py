"""The tree grows from a table, again and again, and never forgets a code."""

from typing import Any

import polars as pl
import pytest

from junheng.facts import code_list
from junheng.web.accounts.actions.plant_tree import plant_tree
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal
from tests.web.people import People

pytestmark = pytest.mark.django_db

ROWS: list[dict[str, Any]] = [
    {"school_code": "2141000001", "school_name": "一小", "county_code": "410105", "school_type": "211"},
    {"school_code": "2141000002", "school_name": "二小", "county_code": "ZDXQ", "school_type": "211"},
    {"school_code": "2141000003", "school_name": "一小河湾教学点", "school_type": "218", "parent_code": "2141000001"},
    {"school_code": "2141000001-01", "school_name": "一小东校区", "parent_code": "2141000001"},
    {"county_code": "410171"},
]


def paths() -> dict[str, str]:
    return {one.code: one.path for one in Organisation.objects.everything("a test")}


def changed(code: str, **fields: Any) -> list[dict[str, Any]]:
    return [{**row, **fields} if row.get("school_code") == code else row for row in ROWS]


def test_a_table_becomes_a_tree() -> None:
    done = plant_tree(SYSTEM, pl.DataFrame(ROWS))
    assert paths() == {
        "410100": "410100/",
        "410105": "410100/410105/",
        "ZDXQ": "410100/ZDXQ/",
        "410171": "410100/410171/",
        "2141000001": "410100/410105/2141000001/",
        "2141000002": "410100/ZDXQ/2141000002/",
        "2141000003": "410100/410105/2141000001/2141000003/",
        "2141000001-01": "410100/410105/2141000001/2141000001-01/",
    }
    assert done.counts() == {"created": 8}
    zone = Organisation.objects.everything("a test").get(code="ZDXQ")
    assert (zone.name, zone.kind) == (code_list("managing_bodies").codes["ZDXQ"].zh, Kind.COUNTY)


def test_planting_again_changes_nothing_and_records_nothing() -> None:
    plant_tree(SYSTEM, ROWS)
    before, events = paths(), Event.objects.count()
    assert plant_tree(SYSTEM, list(reversed(ROWS))).counts() == {}
    assert paths() == before
    assert Event.objects.count() == events == 1


def test_another_name_renames_under_the_old_code() -> None:
    plant_tree(SYSTEM, ROWS)
    was = Organisation.objects.everything("a test").get(code="2141000001").pk
    assert plant_tree(SYSTEM, changed("2141000001", school_name="实验一小")).renamed == ["2141000001"]
    held = Organisation.objects.everything("a test").get(code="2141000001")
    assert (held.pk, held.name) == (was, "实验一小")


def test_another_county_takes_everything_below_along() -> None:
    plant_tree(SYSTEM, ROWS)
    assert plant_tree(SYSTEM, changed("2141000001", county_code="410171")).moved == ["2141000001"]
    moved = paths()
    assert moved["2141000001"] == "410100/410171/2141000001/"
    assert moved["2141000003"] == "410100/410171/2141000001/2141000003/"
    assert moved["2141000001-01"] == "410100/410171/2141000001/2141000001-01/"
    assert moved["2141000002"] == "410100/ZDXQ/2141000002/"


def test_what_is_gone_is_closed_only_when_asked_and_only_in_the_counties_named() -> None:
    plant_tree(SYSTEM, ROWS)
    only = [row for row in ROWS if row.get("county_code") == "410105"]
    assert plant_tree(SYSTEM, only).closed == []
    assert sorted(plant_tree(SYSTEM, only, close_missing=True).closed) == ["2141000001-01", "2141000003"]
    assert Organisation.objects.everything("a test").get(code="2141000002").active


def test_a_closed_one_that_is_back_is_reopened() -> None:
    plant_tree(SYSTEM, ROWS)
    Organisation.objects.everything("a test").filter(code="2141000002").update(active=False)
    assert plant_tree(SYSTEM, ROWS).reopened == ["2141000002"]


@pytest.mark.parametrize(
    "row",
    [
        {"school_code": "214100001", "school_name": "短", "county_code": "410105"},
        {"school_code": "２１４１００００１１", "school_name": "全角", "county_code": "410105"},
        {"school_code": "2141000011", "school_name": "无此区", "county_code": "410199"},
        {"school_code": "2141000011", "school_name": " ", "county_code": "410105"},
        {"school_code": "2141000011", "school_name": "类型", "county_code": "410105", "school_type": "999"},
        {"school_code": "2141000011", "school_name": "无校", "parent_code": "2141999999"},
        {"school_code": "2141000011", "school_name": "无区"},
        {"school_code": "../etc", "school_name": "路径", "county_code": "410105"},
        {"school_code": "2141000011/", "school_name": "斜线", "county_code": "410105"},
        {"school_code": "2141000011\n", "school_name": "", "county_code": "zdxq"},
    ],
)
def test_a_bad_row_plants_nothing_at_all(row: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as told:
        plant_tree(SYSTEM, [*ROWS, row])
    assert told.value.status == 422
    assert paths() == {}
    assert Event.objects.count() == 0


def test_a_school_does_not_become_a_campus() -> None:
    plant_tree(SYSTEM, ROWS)
    with pytest.raises(Refusal, match="2141000002"):
        plant_tree(SYSTEM, [{"school_code": "2141000002", "school_name": "二小", "parent_code": "2141000001"}])


def test_only_who_manages_organisations_plants(staff: People) -> None:
    for role in ("school_reporter", "city_statistician", "security_admin", "audit_admin"):
        with pytest.raises(NotAllowed):
            plant_tree(staff.actor(role), ROWS)
    plant_tree(staff.actor("system_admin"), ROWS[:2])

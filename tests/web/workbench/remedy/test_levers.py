"""Ways in force, and how the engine reads them."""

from datetime import date, timedelta

from django.utils import timezone

from junheng.web.accounts.models import Organisation
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.levers import (
    digest_of,
    document_of,
    fitting,
    levers_in_force,
    reached_by,
    title_of,
)
from tests.web.workbench.remedy.ground import HIRED, LAW, POSTS, SHELVED, TRAINED, lever, with_ways

CITY, COUNTY = Organisation(path="/1/"), Organisation(path="/1/2/")
DAY = date(2026, 1, 1)


def row(place: Organisation, days: int, *, ended: bool = False, **given: str) -> Lever:
    held = lever(TRAINED, **given)
    held.organisation, held.valid_from, held.ended = place, DAY + timedelta(days), ended
    held.made_at = timezone.now()
    return held


def test_the_latest_row_holds_and_a_countys_own_goes_before_the_citys() -> None:
    rows = [row(CITY, 0, yuan="6000"), row(CITY, 9, yuan="7000"), row(COUNTY, 0, yuan="8000"), row(CITY, 0, name="L2")]
    held = levers_in_force(rows, DAY + timedelta(20))
    assert [(one.name, one.said["yuan"]) for one in held] == [("L1", 8000), ("L2", 6000)]
    assert [one.said["yuan"] for one in levers_in_force(rows[:2], DAY)] == [6000]


def test_what_is_ended_is_had_no_more_from_that_day_on() -> None:
    rows = [row(CITY, 0), row(COUNTY, 5, ended=True)]
    assert len(levers_in_force(rows, DAY + timedelta(4))) == 1
    assert levers_in_force(rows, DAY + timedelta(5)) == []


def test_the_document_is_the_engines() -> None:
    rows = [lever(TRAINED), lever(HIRED, yuan=""), lever(SHELVED, rooms="art_rooms"), lever(POSTS)]
    assert document_of(rows) == {
        "train": {"L1": {"value": 6000, "low": 5000, "high": 9000}},
        "hire": {"体育艺术教师": {"cost": {"value": None}, "counts": {"L1": 1, "L3": 1}}},
        "build": {
            "实验室": {
                "cost": {"value": 9000},
                "counts": {"L4": 80, "L6": 20_000},
                "classes": "classes",
                "have": "art_rooms",
            }
        },
        "limits": {"train": {"L1": {"column": "without_degree"}}, "posts": {"per_school": 3}},
    }
    assert reached_by(rows) == {"L1", "L3", "L4", "L6"}


def test_the_digest_tells_numbers_apart_and_nothing_else() -> None:
    one, same, other = (with_ways(lever(TRAINED, **given)) for given in ({}, {"source": "别处"}, {"yuan": "6001"}))
    assert digest_of(one) == digest_of(same) != digest_of(other)


def test_titles_and_what_fits() -> None:
    assert title_of("train", "L1", LAW).zh == "培训：高学历教师"
    assert title_of("hire", "L1", LAW).zh == "招聘：L1"
    assert title_of("posts", "", LAW).en == "Free posts"
    assert fitting("train", LAW.id) == ("L1", "L2", "L3")
    assert fitting("convert", LAW.id) == ("L4", "L5", "L6", "L7")

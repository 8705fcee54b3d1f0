"""The project list."""

import polars as pl

from junheng.seats.plan import Choices
from junheng.seats.plan.projects import projects
from junheng.seats.plan.records import BUILT
from tests.seats.plan.tiny import COSTS, tiny

GAP = pl.DataFrame(
    [
        {"year": year, "county_code": "A", "section": section, "children": children, "seats_today": 1080.0}
        for year in (2026, 2030)
        for section, children in (("primary", 1200), ("junior", 500))
    ]
)


def listed(*rows: tuple[int, str, str, str, int]) -> pl.DataFrame:
    return projects(
        tiny(),
        pl.DataFrame(rows, schema=BUILT, orient="row"),
        Choices().norms(),
        GAP,
        closed=pl.DataFrame(schema=BUILT),
    )


def test_a_nine_year_school_is_one_project_and_grows_later_without_a_new_school() -> None:
    found = listed(
        (2026, "A", "A-L1", "primary", 12), (2026, "A", "A-L1", "junior", 6), (2030, "A", "A-L1", "primary", 2)
    )
    assert found["kind"].to_list() == ["new", "extend"]
    assert found["seats"].to_list() == [12 * 45 + 6 * 50, 90]
    assert found["cost"].to_list() == [
        COSTS["new_school_yuan"] + 18 * COSTS["new_class_yuan"],
        2 * COSTS["new_class_yuan"],
    ]
    assert found["place_name"].to_list() == ["用地A"] * 2


def test_the_reason_says_what_is_missing_or_that_it_is_far() -> None:
    found = listed((2026, "A", "Ap0", "primary", 2), (2026, "A", "Aj0", "junior", 1))
    why = dict(found.select("place", "why_zh").iter_rows())
    assert "缺120个" in why["Ap0"]
    assert "不在儿童住处附近" in why["Aj0"]
    assert found["cost"].to_list() == [COSTS["added_class_yuan"], 2 * COSTS["added_class_yuan"]]


def test_nothing_built_is_an_empty_list() -> None:
    assert listed().is_empty()

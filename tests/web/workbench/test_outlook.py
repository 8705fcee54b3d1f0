"""The forecast of a base's own past, with its band."""

from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.outlook import SECTIONS, WRITTEN, outlook_of
from tests.web.people import COUNTY
from tests.web.workbench.ground import AGES, YEAR


def test_ages_stand_for_grades() -> None:
    assert SECTIONS == {"primary": "4-9", "junior": "10-12"}
    assert WRITTEN == "小班-3,4-9,10-12"


def test_every_year_to_come_has_a_band_around_its_point(long_base: PlanningBase) -> None:
    found = outlook_of(long_base, COUNTY, YEAR + 5)
    assert found.totals is not None
    assert set(found.totals["area"]) == {"", "第1街道", "第2街道", "第3街道"}
    assert set(found.totals["section"]) == {"primary", "junior"}
    assert sorted(set(found.totals["year"])) == [YEAR + ahead for ahead in range(1, 6)]
    assert found.totals["low"].null_count() == 0
    assert (found.totals["low"] <= found.totals["point"]).all()
    assert (found.totals["point"] <= found.totals["high"]).all()
    assert found.backtest is not None
    assert found.level == 0.8
    assert outlook_of(long_base, COUNTY, YEAR + 5) is found


def test_the_past_is_what_was_counted(long_base: PlanningBase) -> None:
    found = outlook_of(long_base, "", YEAR + 1)
    now = found.past.filter((found.past["year"] == YEAR) & (found.past["section"] == "primary"))
    each = sum(AGES[age] + 5 for age in range(6, 12))
    assert dict(now.select("area", "children").iter_rows()) == {COUNTY: 12 * each, "": 12 * each}
    assert found.last == YEAR


def test_a_child_of_today_is_followed_to_school(long_base: PlanningBase) -> None:
    """Junior pupils in three years are those of nine to eleven today, as far as cohorts kept their size."""
    found = outlook_of(long_base, "", YEAR + 3)
    assert found.totals is not None
    junior = (found.totals["area"] == "") & (found.totals["section"] == "junior") & (found.totals["year"] == YEAR + 3)
    point = found.totals.filter(junior)["point"][0]
    today = 12 * sum(AGES[age] + 5 for age in (9, 10, 11))
    assert point > today


def test_a_base_of_one_year_has_no_forecast_and_says_why(base: PlanningBase) -> None:
    found = outlook_of(base, COUNTY, YEAR + 5)
    assert found.totals is None
    assert found.backtest is None
    assert found.why is not None
    assert "只有 1 年的数据" in found.why.zh
    assert "at least 3 years" in found.why.en

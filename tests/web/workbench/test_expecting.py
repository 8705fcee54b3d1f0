"""The outlook in sentences."""

from junheng.web.workbench.expected import expected_of
from junheng.web.workbench.expecting import sentences
from junheng.web.workbench.gaps import Question
from junheng.web.workbench.models import PlanningBase
from tests.web.people import COUNTY
from tests.web.workbench.ground import YEAR


def test_the_band_is_told_in_children_and_in_seats(long_base: PlanningBase) -> None:
    question = Question(COUNTY, "primary", 2028)
    found = expected_of(long_base, question)
    low, high = found.band(2028) or (0.0, 0.0)
    first = sentences(found, question, 500.0)[0]
    assert first.startswith("2028年预测")
    assert f"{low:,.0f}–{high:,.0f} 人" in first
    assert f"{low - 500:+,.0f} 至 {high - 500:+,.0f}" in first
    assert "80%" in first


def test_a_year_that_is_counted_already_is_answered_for_the_horizon(long_base: PlanningBase) -> None:
    question = Question(COUNTY, "primary", YEAR)
    assert sentences(expected_of(long_base, question), question, 1.0)[0].startswith("2035年")


def test_children_not_yet_born_are_named_where_they_come_to_school(long_base: PlanningBase) -> None:
    primary, junior = (Question(COUNTY, section, 2030) for section in ("primary", "junior"))
    assert any(f"{YEAR + 7}年起" in one for one in sentences(expected_of(long_base, primary), primary, 1.0))
    assert not any("还没有出生" in one for one in sentences(expected_of(long_base, junior), junior, 1.0))


def test_method_error_and_how_far_it_was_tested_are_told(long_base: PlanningBase) -> None:
    question = Question(COUNTY, "primary", 2030)
    said = " ".join(sentences(expected_of(long_base, question), question, 1.0))
    assert "回测（" in said
    assert "最多能检验提前 2 年" in said


def test_nothing_is_said_of_a_band_that_there_is_not(base: PlanningBase) -> None:
    question = Question(COUNTY, "primary", 2030)
    assert sentences(expected_of(base, question), question, 1.0) == []

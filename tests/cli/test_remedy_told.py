"""The answers to further questions in words."""

from junheng.cli.remedy_told import MOST, demand_words, told, varied_words
from tests.cli.conftest import Run
from tests.cli.remedy_ground import EVERYTHING, Write


def test_further_questions_in_words(run: Run, files: Write) -> None:
    flat, costs = files()
    asked = ("remedy", flat, "--costs", costs, "--fast", *EVERYTHING, "--most", "schools")
    chinese = run(*asked, "--budget-per-year", 1000).stdout
    for words in ("预算能让多少学校达标", "再多 100 万元：多 1 所、300 名学生", "学校 a3：省", "学生数 -10%："):
        assert words in chinese, words
    assert "410105：排不进这几年：到 2028 年为止要付" in chinese
    english = run(*asked, "--budget-per-year", 1_000_000, "--en").stdout
    for words in ("a million more: 1 more schools", "school a3:", "pupils +10%:", "410105: year by year", "2026: "):
        assert words in english, words


def test_nothing_asked_is_nothing_told() -> None:
    assert list(told({}, "zh")) == []


def test_a_long_list_of_demands_is_cut() -> None:
    one = {"kind": "school", "indicator": None, "school_code": "a", "saved_least": 1.0, "saved_most": 2.0}
    county = {"county_code": "c", "section": "primary", "cost": 3.0, "demands": [one] * (MOST + 2), "drivers": []}
    lines = list(told({"demands": {"fast": True, "counties": [county]}}, "en"))
    assert len(lines) == MOST + 2
    assert lines[-1] == "  2 more: see --json"
    count = {"kind": "count", "indicator": None, "school_code": None}
    assert demand_words(count, "en") == "one indicator fewer at each school"


def test_demands_of_levers_and_of_sections_together_are_named() -> None:
    plain = {"indicator": None, "school_code": None}
    assert demand_words({"kind": "way", "way": "train L1", **plain}, "zh") == "培训 L1的上限"
    assert demand_words({"kind": "posts", **plain}, "en") == "no more hired than posts are free"
    one = {"kind": "dispersion", "indicator": "L4", "school_code": None, "section": "junior"}
    assert demand_words(one, "zh") == "初中L4 的差异系数"
    county = {"county_code": "c", "section": "primary+junior", "cost": 3.0, "demands": [], "drivers": []}
    (line,) = told({"demands": {"fast": False, "counties": [county]}}, "zh")
    assert line == "c 小学、初中：去掉一项能省多少（不调动教师，造价 3.00 元）"


def test_what_was_varied_is_named() -> None:
    words = [varied_words(one).zh for one in ("pupils", "L4", "train L1", "hire art")]
    assert words == ["学生数", "L4", "培训 L1", "招聘 art"]


def test_a_budget_that_was_not_worked_out_says_so() -> None:
    assert list(told({"budget": None}, "zh")) == ["预算：在时间内没有算出"]

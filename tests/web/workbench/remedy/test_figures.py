"""The few numbers a study is read by."""

import pytest

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.figures import above, difference, figures, money, shared


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        (None, "—", "—"),
        (0, "0元", "0 yuan"),
        (9999.4, "9999元", "9,999 yuan"),
        (2_964_159.9, "296.42万元", "2.96 million yuan"),
        (46_223_310.85, "4,622.33万元", "46.22 million yuan"),
        (123_456_789, "1.23亿元", "123.46 million yuan"),
    ],
)
def test_money_as_officials_say_it(yuan: float | None, zh: str, en: str) -> None:
    assert (money(yuan).zh, money(yuan).en) == (zh, en)


@pytest.mark.parametrize(
    ("cost", "bound", "words"),
    [
        (100.3, 100.0, "至多比最省的高 0.30%"),
        (100.0, 99.9999, "已证明最省（相差不到 0.01%）"),
        (0.0, 0.0, "不需要花钱"),
        (5.0, 0.0, "下界为零，不能说明高出多少"),
        (None, 5.0, "没有下界"),
        (5.0, None, "没有下界"),
    ],
)
def test_the_gap_in_words(cost: float | None, bound: float | None, words: str) -> None:
    assert above(cost, bound).zh == words


def test_more_and_less_with_sign_and_share() -> None:
    assert [one.zh for one in difference(150_000, 100_000)] == ["+5.00万元", "+50.0%"]
    assert [one.zh for one in difference(50_000, 100_000)] == ["−5.00万元", "−50.0%"]
    assert [one.zh for one in difference(5.0, 0.0)] == ["+5元", ""]
    assert [one.zh for one in difference(None, 1.0)] == ["—", "—"]


def test_the_figures_of_a_study(study: RemedyStudy) -> None:
    assert study.result is not None
    found = figures(study.result, study.prices)
    works = study.result[0]["works"]
    equipment = next(one for one in works if one["indicator"] == "L6")
    assert (found.counties, found.proven, found.together) == (1, 1, True)
    assert (found.cost, found.bound) == (study.cost, study.bound)
    assert found.passing_after == found.schools == found.passing + 2
    assert shared(equipment)
    assert equipment["amount"] == pytest.approx(238_461.54 / (440 / 1040), abs=0.02)
    assert found.cost == pytest.approx(72_000 + equipment["amount"])
    assert found.low == pytest.approx(72_000 + 0.5 * equipment["amount"], abs=0.01)
    assert found.high == pytest.approx(72_000 + 3 * equipment["amount"], abs=0.01)
    assert found.split == 1


def test_sections_without_a_plan_are_counted_and_left_out_of_the_total(study: RemedyStudy) -> None:
    assert study.result is not None
    (county,) = study.result
    lost = [{**one, "cost": None, "passing_after": None} for one in county["sections"]]
    none = figures([{**county, "sections": lost, "works": []}], study.prices)
    assert (none.cost, none.bound, none.without, none.counties) == (None, None, 2, 0)
    assert none.passing_after == none.passing
    primary = next(one for one in county["sections"] if one["section"] == "primary")
    one = figures([{**county, "sections": [primary, lost[1]]}], study.prices)
    assert (one.cost, one.without, one.proven) == (primary["cost"], 1, 0)

"""An explanation opens down to the workbook cell, in words and as JSON."""

from datetime import date

from junheng.balance.model import Explanation, FactRef, State, Threshold
from junheng.policy import Text
from junheng.publish.explained import Explained

FACT = FactRef("rooms", "2141000001", "", "teaching_area", Text("教学及辅助用房总面积", "Teaching area"), 4500.0, "㎡")
TREE = Explanation(
    title=Text("生均教学及辅助用房面积", "Teaching area per pupil"),
    value=4.5,
    unit="㎡/生",
    state=State.MET,
    formula=Text("面积÷学生数", "area over pupils"),
    cite="第七条（四）",
    threshold=Threshold(
        "L4.primary", Text("标准", "Limit"), 4.5, "㎡/生", date(2017, 4, 19), "第七条（四）", "sourced"
    ),
    margin=0.0,
    facts=(FACT,),
    notes=(Text("扣除室内体育用房", "less indoor sports area"),),
)
CELLS = [{"file": "a.xlsx", "sheet": "教基5176", "cell": "C7", "raw": "4,500", "state": "reported"}]


def explained() -> Explained:
    return Explained(TREE, lambda fact: CELLS if fact is FACT else [])


def test_text_names_the_cell_the_article_and_the_dated_threshold() -> None:
    text = explained().to_text("zh")
    assert "a.xlsx!教基5176!C7「4,500」" in text
    assert "自 2017-04-19" in text
    assert "第七条（四）" in text
    assert "[达标]" in text


def test_english_text_speaks_english() -> None:
    text = explained().to_text("en")
    assert "Teaching area per pupil = 4.5 ㎡/生 [Met]" in text
    assert "达标" not in text


def test_json_keeps_full_precision_and_cells() -> None:
    node = explained().to_dict()
    assert node["threshold"]["since"] == "2017-04-19"
    assert node["facts"][0]["cells"] == [{"file": "a.xlsx", "sheet": "教基5176", "cell": "C7", "raw": "4,500"}]
    assert node["value"] == 4.5


def test_a_missing_value_is_a_dash_not_a_zero() -> None:
    tree = Explanation(Text("甲", "A"), None, "人", State.NOT_JUDGED)
    assert Explained(tree, lambda _: []).to_text("zh") == "甲 = — 人 [未评定]"

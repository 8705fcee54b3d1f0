"""The form of a study."""

from junheng.web.workbench.remedy.asking import USUAL_SECONDS, asked_in
from tests.web.workbench.remedy.ground import LAW

A, B = "2141000001", "2141000002"


def test_an_empty_form_has_no_limits() -> None:
    asked, faults = asked_in({}, LAW, {A})
    assert faults == []
    assert asked.stored() == {"limits": {}, "moving": False, "seconds": USUAL_SECONDS, "ways": False}


def test_limits_are_those_of_the_engines_document() -> None:
    given = {
        "budget": "5000000",
        "moving": "1",
        "seconds": "3",
        "school_L4": "200",
        "section_L1": "40",
        "pinned": f"{A} L7 2\n\n{B}，L4，12.5\n",
        "forbidden": f"{B} L1",
    }
    asked, faults = asked_in(given, LAW, {A, B})
    assert faults == []
    assert asked.moving
    assert asked.seconds == 3
    assert asked.limits == {
        "budget": 5_000_000,
        "per_school": {"L4": 200},
        "per_section": {"L1": 40},
        "pinned": [
            {"school_code": A, "indicator": "L7", "amount": 2},
            {"school_code": B, "indicator": "L4", "amount": 12.5},
        ],
        "forbidden": [{"school_code": B, "indicator": "L1"}],
    }


def test_everything_wrong_is_told_at_once() -> None:
    given = {
        "budget": "much",
        "seconds": "999",
        "section_L1": "-1",
        "pinned": f"{A} L7\n{A} L7 many\n{A} L7 1.5\n{B} L4 1\n{A} L9 1",
        "forbidden": f"{A} L4 3",
    }
    _asked, faults = asked_in(given, LAW, {A})
    said = "\n".join(one.zh for one in faults)
    for words in (
        "“预算”应为",
        "“求解时间”应为",
        "“每个学段最多增加：高学历教师”应为",
        "“正好增加”第1行",
        "“正好增加”第2行",
        "“不得增加”第1行",
    ):
        assert words in said
    for words in ("不是整数", f"表中没有学校 {B}", "不认识「L9」"):
        assert words in said
    assert all(one.en for one in faults)


def test_pinned_and_forbidden_at_once_contradict() -> None:
    _asked, faults = asked_in({"pinned": f"{A} L7 1", "forbidden": f"{A} L7"}, LAW, {A})
    assert ["既指定数量又禁止增加" in one.zh for one in faults] == [True]

"""What the forms of further questions say, and what is wrong in them."""

import pytest

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.questions import QUESTIONS, asked_of
from tests.web.workbench.remedy.ground import LAW


def test_a_budget_with_what_is_made_large(study: RemedyStudy) -> None:
    asked, faults = asked_of("budget", {"budget": "100000", "by": "schools"}, study, LAW)
    assert (asked, faults) == ({"budget": 100_000.0, "by": "schools", "county": ""}, [])
    empty, faults = asked_of("budget", {}, study, LAW)
    assert (empty["budget"], empty["by"], faults) == (None, "pupils", [])
    _, faults = asked_of("budget", {"budget": "-1", "by": "votes", "county": "999999"}, study, LAW)
    assert [one.zh.split("应为")[0] for one in faults] == ["“预算”", "“尽量多的是”", "“范围”"]


def test_one_amount_for_all_years_or_one_for_each(study: RemedyStudy) -> None:
    given = {"first": "2026", "last": "2028", "money": "5000", "lead_L4": "2", "lead_L1": "0", "lead_L5": ""}
    asked, faults = asked_of("years", given, study, LAW)
    assert faults == []
    assert asked == {"first": 2026, "last": 2028, "money": [5000.0] * 3, "lead": {"L4": 2}}
    each, _ = asked_of("years", {**given, "money": "1 2，3"}, study, LAW)
    assert each["money"] == [1.0, 2.0, 3.0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"first": "2028", "last": "2026", "money": "1"}, "先后不能颠倒"),
        ({"first": "2026", "money": "1"}, "都要填"),
        ({"first": "2026", "last": "2027", "money": "1 2 3"}, "“每年的预算”应为"),
        ({"first": "2026", "last": "2027", "money": "many"}, "“每年的预算”应为"),
        ({"first": "2026", "last": "2027", "money": "-1"}, "“每年的预算”应为"),
        ({"first": "2026", "last": "2027", "money": "nan"}, "“每年的预算”应为"),
        ({"first": "2026", "last": "2027", "money": "1", "lead_L4": "99"}, "“L4 教学用房要几年建成”应为"),
    ],
)
def test_wrong_years_are_told(study: RemedyStudy, given: dict[str, str], said: str) -> None:
    _, faults = asked_of("years", given, study, LAW)
    assert any(said in one.zh for one in faults)


def test_the_share_up_and_down(study: RemedyStudy) -> None:
    assert asked_of("sensitivity", {}, study, LAW) == ({"by": 10}, [])
    assert asked_of("sensitivity", {"share": "0"}, study, LAW)[1]
    assert set(QUESTIONS) == {"budget", "demands", "sensitivity", "years"}

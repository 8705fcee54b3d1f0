"""What of a study is looked at."""

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.choosing import Choice


def test_words_that_choose_nothing_there_is_are_left_out(study: RemedyStudy) -> None:
    said = {"county": "x", "section": "senior", "indicator": "L9", "sort": "colour"}
    assert Choice.of(said, study.result or []) == Choice()


def test_actions_are_narrowed_and_sorted(study: RemedyStudy) -> None:
    result = study.result or []
    junior = Choice.of({"section": "junior"}, result)
    assert [one["indicator"] for _, one in junior.actions(result)] == ["L6"]
    dearest = Choice.of({"sort": "cost"}, result).actions(result)
    costs = [one["cost"] for _, one in dearest]
    assert costs == sorted(costs, reverse=True)
    assert {one["indicator"] for _, one in Choice.of({"indicator": "L1"}, result).actions(result)} == {"L1"}
    by_name = [one["school_name"] for _, one in Choice.of({"sort": "school"}, result).actions(result)]
    assert by_name == sorted(by_name)


def test_a_county_narrows_everything(study: RemedyStudy) -> None:
    result = [*(study.result or []), {**(study.result or [])[0], "code": "410106"}]
    assert [one["code"] for one in Choice.of({"county": "410106"}, result).counties(result)] == ["410106"]
    assert len(Choice().counties(result)) == 2

"""Ways in words, and as the form takes them again."""

from junheng.web.workbench.remedy.lever_form import lever_in
from junheng.web.workbench.remedy.levers_told import fields_of, leads_of, told_of, told_rows
from tests.web.workbench.remedy.ground import HIRED, LAW, POSTS, SHELVED, TRAINED, lever, with_ways


def test_ways_are_told_with_what_they_count_for_and_how_far_they_go() -> None:
    trained, hired, built, posts = told_rows(
        [
            lever(TRAINED, share="25", per_year="3", schools="A 1"),
            lever(HIRED),
            lever(SHELVED, rooms="art_rooms"),
            lever(POSTS),
        ],
        LAW,
    )
    assert [one.zh for one in trained.limits] == [
        "每个区县学段每年最多 3",
        "每校不超过上报的“没有高于规定学历的专任教师”的 25%",
        "1 所学校另有上限",
    ]
    assert hired.counts is not None
    assert hired.counts.zh == "高学历教师 1、体育艺术教师 1"
    assert built.counts is not None
    assert built.counts.zh.endswith("；按班级数建够美术教室")
    assert [one.per and one.per.zh for one in (trained, hired, built, posts)] == ["元/人", "元/人", "元/处", None]
    assert [one.needs_limit for one in (trained, hired, built, posts)] == [True, False, False, True]


def test_a_row_fills_the_form_that_makes_the_same_row() -> None:
    named = {**TRAINED, "yuan": "6123.45", "share": "7", "schools": "A 1\nB 小学 2\nB 初中 0"}
    for form in (named, HIRED, {**SHELVED, "yuan": "12345678"}, POSTS):
        held = lever(form)
        head = {"means": form["means"], "valid_from": "2020-01-01", "name": held.name}
        again = lever_in(head | fields_of(held.said), LAW.id)
        assert again.faults == ()
        assert again.said == held.said


def test_a_study_tells_what_it_was_answered_with() -> None:
    prices = with_ways(lever(TRAINED), lever(HIRED))
    assert [one.title.zh for one in told_of([prices, prices], LAW)] == ["培训：高学历教师", "招聘：体育艺术教师"]
    assert leads_of([prices]) == {("train", "L1"): 2}

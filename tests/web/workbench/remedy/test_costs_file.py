"""A file of unit costs and ways, taken apart; everything wrong in it at once."""

import pytest

from junheng.web.workbench.remedy.costs_file import LARGEST, costs_file
from junheng.web.workbench.remedy.lever_form import lever_in
from junheng.web.workbench.remedy.levers import document_of
from junheng.web.workbench.remedy.prices import said_in
from tests.web.workbench.remedy.ground import LAW, lever

GIVEN = {"valid_from": "2026-02-01", "source": "会议纪要"}
WHOLE = """
add: {L3: 120000, L4: {value: 3000.25, low: 2000, high: 5000, from: 2026-01-01, cite: 价目表}, L5: {value: }}
move: {L1: 8000}
train: {L1: 6000}
recognise: {L2: {value: 3000, cite: 价目表}}
hire: {art_teacher: {cost: 125000, counts: [L1, L3]}}
build: {music_room: {cost: 300000, counts: {L4: 96}, classes: classes, have: music_rooms}}
max_move_km: 15
limits:
  train: {L1: {column: without_degree, share: 0.07}}
  recognise: {L2: {per_school: 2, schools: {"0001": {primary: 3}, "2": 1}}}
  move: {L1: {per_school: 1}}
  posts: {per_school: 3, per_county: 10}
  budget: 5
"""


def faults(text: str, **given: str) -> str:
    return "\n".join(one.zh for one in costs_file(text.encode(), {**GIVEN, **given}, LAW.id).faults)


def test_prices_go_by_day_and_ways_come_out_as_they_went_in() -> None:
    read = costs_file(WHOLE.encode(), GIVEN, LAW.id)
    assert read.faults == ()
    lists = {str(said.valid_from): said.prices for said in (said_in(form, LAW.id) for form in read.lists)}
    assert lists["2026-01-01"] == {
        "add": {"L4": {"yuan": 3000.25, "low": 2000, "high": 5000, "source": "价目表"}},
        "move": {},
    }
    assert {verb: set(held) for verb, held in lists["2026-02-01"].items()} == {"add": {"L3"}, "move": {"L1"}}
    document = document_of([lever(form) for form in read.levers])
    assert document["limits"] == {
        "train": {"L1": {"column": "without_degree", "share": pytest.approx(0.07)}},
        "recognise": {"L2": {"per_school": 2, "schools": {"0001": {"primary": 3}, "2": 1}}},
        "move": {"L1": {"per_school": 1}},
        "posts": {"per_school": 3, "per_county": 10},
    }
    assert document["build"]["music_room"]["have"] == "music_rooms"
    sources = {form["means"]: lever_in(form, LAW.id).said["source"] for form in read.levers}
    assert (sources["recognise"], sources["train"], sources["posts"]) == ("价目表", "会议纪要", "会议纪要")
    assert [one.zh.split(" 属于")[0] for one in read.ignored] == ["limits › budget", "max_move_km"]


def test_everything_wrong_is_told_at_once() -> None:
    told = faults("add: {L1: dear, L9: 1}\nhire: {t: {cost: 1}}\nlimits: {train: {L1: {}}, posts: {column: beds}}")
    for words in ("增加：高学历教师：「dear」不是数", "「L9」", "招聘：t：没有写计入哪些指标", "没有「beds」这一列"):
        assert words in told, words
    told = faults("train: {L1: 1}\nadd: {L4: 2}", source="", valid_from="")
    for words in ("培训：高学历教师：没有写依据", "增加教学用房（元/㎡）：没有写依据", "“生效日期”"):
        assert words in told, words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "不是“名称: 值”的形式"),
        ("add: {}", "一项单价、一种办法也没有"),
        ("add: [", "文件第1行不是 YAML"),
        ("add: {L4: {value: 1, from: 2026-13-01}}", "不是 YAML"),
        ("build: {r: {cost: 1, counts: {L4: 9}, classes: teachers, have: music_rooms}}", "classes 只能写 classes"),
        (f"build: {{{'长' * 41}: {{cost: 1, counts: {{L4: 9}}}}}}", "名称太长"),
        (" " * (LARGEST + 1), "文件大于"),
    ],
)
def test_each_fault_has_its_words(text: str, words: str) -> None:
    assert words in faults(text)


def test_a_file_of_another_coding_is_told() -> None:
    (fault,) = costs_file("依据".encode("gbk"), GIVEN, LAW.id).faults
    assert "不是 UTF-8" in fault.zh

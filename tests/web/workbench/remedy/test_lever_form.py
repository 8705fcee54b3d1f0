"""The form of one way is read whole, and everything wrong in it is told."""

import pytest

from junheng.web.workbench.remedy.lever_form import lever_in
from tests.web.workbench.remedy.ground import HIRED, LAW, POSTS, SHELVED, TRAINED


def faults(form: dict[str, str], **given: str) -> str:
    return "\n".join(one.zh for one in lever_in({**form, **given}, LAW.id).faults)


def test_what_is_said_is_kept_and_what_is_left_empty_is_not() -> None:
    said = lever_in({**TRAINED, "share": "50", "per_year": "2", "schools": "2141000001 3\n3141000003，小学 4"}, LAW.id)
    assert said.faults == ()
    assert said.said == {
        "counts": {"L1": 1},
        "yuan": 6000,
        "low": 5000,
        "high": 9000,
        "source": "合成",
        "lead": 2,
        "limits": {
            "per_year": 2,
            "column": "without_degree",
            "share": 0.5,
            "schools": {"2141000001": 3, "3141000003": {"primary": 4}},
        },
    }
    unknown = lever_in({**HIRED, "yuan": ""}, LAW.id)
    assert unknown.faults == ()
    assert "yuan" not in unknown.said
    assert "limits" not in unknown.said
    rooms = lever_in({**SHELVED, "rooms": "music_rooms"}, LAW.id)
    assert rooms.said["rooms"] == "music_rooms"
    assert lever_in(POSTS, LAW.id).said == {"source": "合成", "limits": {"per_school": 3}}


def test_everything_wrong_is_told_at_once() -> None:
    told = faults(
        {**HIRED, "name": " ", "yuan": "dear", "source": "", "valid_from": "soon", "per_school": "-1", "schools": "A"}
    )
    for words in ("“名称”必填", "“单价”应为", "没有写依据", "“生效日期”", "“每校最多”应为", "“逐校上限”第1行“A”"):
        assert words in told, words


@pytest.mark.parametrize(
    ("form", "given", "words"),
    [
        (TRAINED, {"means": "pray"}, "“办法”应为"),
        (TRAINED, {"name": "L4"}, "“指标”应为：L1、L2、L3"),
        (TRAINED, {"low": "7000"}, "培训：高学历教师：6000 不在 7000 和 9000 之间"),
        (TRAINED, {"yuan": ""}, "填了最低或最高，没有填单价"),
        (HIRED, {"counts_L1": "", "counts_L3": ""}, "招聘：体育艺术教师：没有写计入哪些指标"),
        (HIRED, {"counts_L1": "0.5"}, "招聘：体育艺术教师：L1 的数量不是整数"),
        (SHELVED, {"rooms": "cellar"}, "“专用教室”应为"),
        (TRAINED, {"schools": "2141000001 高中 3"}, "“逐校上限”第1行"),
    ],
)
def test_each_fault_has_its_words(form: dict[str, str], given: dict[str, str], words: str) -> None:
    assert words in faults(form, **given)

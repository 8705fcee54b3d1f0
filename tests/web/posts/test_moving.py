"""The form of people who change schools."""

from junheng.web.posts.models import DecisionKind
from junheng.web.posts.moving import moves_in

NAMES = {"2141000001": "东小学", "2141000002": "西小学", "2141000003": "西小学"}
ROW = {"from1": "2141000001 东小学", "to1": "2141000002", "staff1": "2", "posts1": "1"}


def test_rows_become_balanced_lines() -> None:
    more = {"from2": "县统筹", "to2": "东小学", "posts2": "3"}
    found = moves_in({**ROW, **more, "kind": "competition", "round": "2"}, NAMES)
    assert found.faults == []
    assert (found.kind, found.round) == (DecisionKind.COMPETITION, 2)
    assert {one["school"]: (one["posts"], one["staff"]) for one in found.lines} == {
        "2141000001": (2, -2),
        "2141000002": (1, 2),
        "": (-3, 0),
    }


def test_an_arrangement_has_no_round() -> None:
    found = moves_in({**ROW, "kind": "arrangement"}, NAMES)
    assert (found.kind, found.round, found.faults) == (DecisionKind.ARRANGEMENT, None, [])


def test_everything_wrong_is_told_at_once() -> None:
    form = {"from1": "西小学", "to1": "2141000001", "staff1": "two", "from2": "2141000001", "to2": "2141000001"}
    form |= {"from3": "县统筹", "to3": "2141000001", "staff3": "1", "round": "x"}
    said = "".join(one.zh for one in moves_in(form, NAMES).faults)
    for words in ("竞聘轮次", "不知道学校“西小学”", "第 1 行人数", "第 2 行调出和调入", "县统筹只有编制"):
        assert words in said

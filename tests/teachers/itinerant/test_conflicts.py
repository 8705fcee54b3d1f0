"""Only rules that take part in the clash are named."""

from junheng.programs import Solver
from junheng.teachers.itinerant.conflicts import clash, impossible
from tests.teachers.itinerant.small import KM, group, rules


def test_the_smallest_clash(solver: Solver) -> None:
    held = group([2, 6], [1, 0], 8, KM[:2, :2])
    law = rules(posts_most=0, travel_most=1, lessons_day=7, schools_week=1)
    assert impossible(held, law, solver, 5)
    said = clash(held, law, solver, 5)
    assert (
        said.zh
        == "1 所学校缺 6 节、其他学校可余出 6 节，以下要求不能同时满足：一天往返不超过 1 公里；最多新设 0 个共享岗位"
    )
    assert "at most 1 km in a day; at most 0 new shared posts" in said.en


def test_what_can_be_done_is_no_clash(solver: Solver) -> None:
    assert not impossible(group([2, 6], [1, 0], 8, KM[:2, :2]), rules(posts_most=0, travel_most=2), solver, 5)

"""From a judged table to a county with its ways."""

from dataclasses import replace

from junheng.balance.remedy import Cap, Limits, Way
from junheng.balance.remedy.sections import Shares, sections
from junheng.balance.remedy.ways.county import County
from junheng.balance.remedy.ways.levers import split_prices, ways_of
from junheng.balance.remedy.ways.setting import county_of, limits_of_county
from tests.balance.remedy.county import COSTS, judged, rows

SHARES: Shares = {
    ("a3", section, id_): part for section, part in (("primary", 0.6), ("junior", 0.4)) for id_ in ("L4",)
}
CONVERT = Way("convert", "L4", {"L4": 1.0}, 900.0, Cap(per_school=30))
ROOMS = Way("build", "music", {"L4": 96.0}, 300_000.0, rooms=({("a1", ""): 1, ("a2", ""): 1}, {}))


def county(way: Way, shares: Shares = SHARES) -> County:
    both = judged(*rows(), *(one | {"section": "junior"} for one in rows()))
    costs = replace(COSTS, ways=(way,), limits=Limits(per_school={"L4": 7}))
    plain = replace(costs, add=split_prices(ways_of(costs)), ways=())
    return county_of(list(sections(both, plain, shares=shares)), costs, lambda _: 12.0)


def most(found: County) -> list[float]:
    return [float(one.most[2, -1]) for one in found.parts]


def test_a_whole_school_does_what_is_said_of_it_or_what_its_sections_do_together() -> None:
    assert most(county(CONVERT)) == [30.0, 30.0]
    own = replace(CONVERT, cap=Cap(per_school=5, schools={("a3", "primary"): 8.0}))
    assert most(county(own)) == [13.0, 13.0]
    assert most(county(own, {})) == [8.0, 5.0]
    said = replace(CONVERT, cap=Cap(schools={("a3", ""): 9.0}))
    assert most(county(said)) == [9.0, 9.0]
    assert county(CONVERT).parts[1].most[2, 3] == 7.0


def test_rooms_for_the_classes_of_a_whole_school_are_built_once() -> None:
    classes = {("a3", "primary"): 8.0, ("a3", "junior"): 5.0}
    rooms = replace(ROOMS, rooms=(classes, {("a3", ""): 1.0}))
    assert [float(one.least[2, -1]) for one in county(rooms).parts] == [1.0, 1.0]
    assert [float(one.least[2, -1]) for one in county(rooms, {}).parts] == [0.0, 0.0]


def test_limits_of_the_county_are_seen() -> None:
    assert not limits_of_county(replace(COSTS, ways=(CONVERT,)))
    assert limits_of_county(replace(COSTS, ways=(replace(CONVERT, cap=Cap(per_school=1, per_county=3)),)))
    assert limits_of_county(replace(COSTS, limits=Limits(posts=Cap(per_county=3))))
    assert limits_of_county(replace(COSTS, limits=Limits(moves={"L1": Cap(per_county=3)})))

import polars as pl
import pytest

from junheng.seats.travel import Answer, Question, answer

from .streets import METRE, at

NODES = pl.DataFrame({"node": [1, 2, 3], "lon": [0.0, 500 * METRE, 500 * METRE], "lat": [0.0, 0.0, 500 * METRE]})
EDGES = pl.DataFrame({"u": [1, 2], "v": [2, 3]})


def asked(**changes: object) -> Question:
    known: dict[str, object] = {
        "area_ids": ["p", "q", "far"],
        "areas": at((10, 0), (400, 0), (9000, 0)),
        "school_ids": ["s"],
        "schools": at((500, 200)),
        "roads": (NODES, EDGES),
        "limit": 1000.0,
    }
    return Question(**{**known, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def told() -> Answer:
    return answer(asked())


def test_the_answer_holds_distances_and_a_report(told: Answer) -> None:
    assert told.distances.rows() == [("p", "s", 690.0, "road"), ("q", "s", 300.0, "road")]
    report = told.report
    assert (report["pairs"], report["straight_pairs"], report["areas_without_school"]) == (2, 0, ["far"])
    assert [one["code"] for one in report["bad_points"]] == ["no_road_near"]
    assert report["check"]["schools"] == 1
    assert report["network"] == {"nodes": 3, "edges": 2}


def test_without_roads_there_is_nothing_to_check() -> None:
    report = answer(asked(roads=None)).report
    assert report["check"] is None
    assert report["network"] is None
    assert report["straight_pairs"] == report["pairs"] == 2


def test_everything_asked_is_part_of_the_question() -> None:
    base = [repr(one) for one in asked().parts()]
    for change in ({"limit": 900.0}, {"mode": "drive"}, {"school_ids": ["t"]}, {"within": 1.0}, {"roads": None}):
        assert [repr(one) for one in asked(**change).parts()] != base

import pytest

from junheng.demo.counts import MINIMUM, openings, school_counts


def test_the_whole_city_has_the_published_number_of_schools() -> None:
    counts = {kind: sum(areas.values()) for kind, areas in school_counts(1.0).items()}
    assert counts["primary"] == 1003
    assert counts["junior"] + counts["nine_year"] == 438
    assert 540 <= counts["junior"] + counts["nine_year"] + counts["complete"] + counts["twelve_year"] <= 560
    assert counts["special"] == 16


@pytest.mark.parametrize("scale", [0.001, 0.03, 0.2, 1.0])
def test_every_area_keeps_its_smallest_set_of_schools(scale: float) -> None:
    counts = school_counts(scale)
    for kind, least in MINIMUM.items():
        assert min(counts[kind].values()) >= least
        assert len(counts[kind]) == 16


def test_raising_the_smallest_areas_takes_from_the_largest() -> None:
    assert sum(school_counts(0.1)["primary"].values()) == 100


def test_teaching_points_stand_only_where_there_are_villages() -> None:
    points = school_counts(1.0)["point"]
    assert points["410105"] == 0
    assert points["410185"] > 0


def test_one_school_of_each_section_opens_a_year() -> None:
    assert openings("primary", 1.0) == {2024: 1, 2025: 1}
    assert openings("junior", 1.0) == {2024: 1, 2025: 1}

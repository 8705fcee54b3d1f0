import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.demo.fate import LASTING, Fate
from junheng.demo.kinds import KINDS
from junheng.demo.rows_staff import staff_row, teacher_rows
from tests.demo.rows_case import case

DEGREES = ("degree_doctor", "degree_master", "degree_bachelor", "degree_college", "degree_secondary")
SUBJECTS = ("pe_teachers", "music_teachers", "fine_art_teachers", "arts_teachers")


@given(st.integers(20, 3000), st.integers(20, 3000))
def test_degrees_add_up_to_the_teachers_and_nobody_is_counted_twice(primary: int, junior: int) -> None:
    for row in teacher_rows(case({"primary": primary, "junior": junior}, kind=KINDS["nine_year"])):
        assert sum(row[name] for name in DEGREES) == row["teachers"]
        assert min(row[name] for name in DEGREES) >= 0
        assert sum(row[name] for name in SUBJECTS) <= row["teachers"]
        assert row["backbone_teachers"] <= row["teachers"]


def test_the_numbers_behind_the_indicators_are_the_stock() -> None:
    one = case({"primary": 1000, "junior": 500}, kind=KINDS["nine_year"])
    primary, junior = teacher_rows(one)
    assert sum(primary[name] for name in DEGREES[:4]) == one.stock.staff["L1"]["primary"] == 63
    assert sum(junior[name] for name in DEGREES[:3]) == one.stock.staff["L1"]["junior"]
    assert primary["backbone_teachers"] == 15
    assert sum(primary[name] for name in SUBJECTS) == 14


@pytest.mark.parametrize(("pupils", "zone", "visitors"), [(70, "220", 1), (70, "111", 0), (300, "220", 0)])
def test_visiting_teachers_come_to_small_villages(pupils: int, zone: str, visitors: int) -> None:
    (row,) = teacher_rows(case({"primary": pupils}, zone=zone))
    assert row["visiting_pe"] == row["visiting_music"] == visitors


def test_everybody_is_certified_and_trained_unless_the_area_misses_the_item() -> None:
    row = staff_row(case({"primary": 500}), 60)
    assert row["certified"] == row["trained_360"] == row["teachers_total"] == 60
    assert row["staff_total"] > 60
    lagging = [
        staff_row(case({"primary": 500}, items=("G9", "G12"), code=f"21419010{number:02d}"), 60)
        for number in range(10, 60)
    ]
    assert any(row["trained_360"] < 60 for row in lagging)
    assert any(row["certified"] < 60 for row in lagging)
    assert any(row["trained_360"] == 60 for row in lagging)
    assert min(min(row["trained_360"], row["certified"]) for row in lagging) > 45


def test_others_fill_half_of_the_posts_that_qualified_teachers_lack() -> None:
    (short,) = teacher_rows(case({"primary": 1000}, fate=Fate({"L1": 0.7}, LASTING)))
    (sound,) = teacher_rows(case({"primary": 1000}))
    assert short["degree_secondary"] >= 17
    assert short["teachers"] > 0.6 * sound["teachers"]

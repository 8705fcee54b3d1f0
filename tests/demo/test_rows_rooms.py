from math import ceil

from junheng.demo.kinds import KINDS
from junheng.demo.rows_rooms import campus_rows, rooms_row
from tests.demo.rows_case import case

MUSIC = ("music_rooms_96", "music_rooms_73", "music_rooms_61", "music_rooms_54")
ART = ("art_rooms_90", "art_rooms_67", "art_rooms_61", "art_rooms_54")
CODES = [f"21419010{number:02d}" for number in range(10, 60)]


def test_the_hall_counts_once_in_each_indicator() -> None:
    one = case({"primary": 1200})
    row = rooms_row(one)
    assert row["indoor_sports_area"] > 0
    assert row["teaching_area"] - row["indoor_sports_area"] == one.stock.shared["L4"]
    assert row["sports_ground_area"] + row["indoor_sports_area"] == one.stock.shared["L5"]
    assert row["indoor_sports_area"] <= row["teaching_area"] < row["building_area"]


def test_a_small_school_has_no_hall() -> None:
    assert rooms_row(case({"primary": 300}))["indoor_sports_area"] == 0


def test_there_is_a_large_room_for_every_twelve_classes_unless_the_area_misses_the_item() -> None:
    def rooms(*items: str) -> list[int]:
        rows = [rooms_row(case({"primary": 1200}, code=code, founded=2020, items=items)) for code in CODES]
        assert all(row["music_rooms"] == row["music_rooms_96"] for row in rows)
        return [row["music_rooms_96"] for row in rows]

    assert min(rooms()) == ceil(30 / 12)
    assert min(rooms("G3")) == ceil(30 / 12) - 1
    assert max(rooms("G3")) >= ceil(30 / 12)


def test_only_old_schools_have_smaller_rooms_and_the_sizes_add_up() -> None:
    rows = [rooms_row(case({"primary": 1200}, code=code, founded=2005)) for code in CODES]
    assert any(row["music_rooms_73"] for row in rows)
    for row in rows:
        assert sum(row[name] for name in MUSIC) == row["music_rooms"]
        assert sum(row[name] for name in ART) == row["art_rooms"]


def test_two_campuses_hold_one_section_each_and_together_the_whole() -> None:
    one = case({"primary": 700, "junior": 500}, kind=KINDS["nine_year"], campuses=2)
    rooms = rooms_row(one)
    first, second = campus_rows(one, rooms, 3_000_000.0)
    assert (first["pupils_primary"], first["pupils_junior"]) == (700, 0)
    assert (second["pupils_primary"], second["pupils_junior"]) == (0, 500)
    for name in ("teaching_area", "indoor_sports_area", "sports_ground_area", "multimedia_classrooms"):
        assert first[name] + second[name] == rooms[name]
    assert first["equipment_value_yuan"] + second["equipment_value_yuan"] == 3_000_000


def test_one_campus_needs_no_row() -> None:
    one = case({"primary": 700})
    assert campus_rows(one, rooms_row(one), 1.0) == []

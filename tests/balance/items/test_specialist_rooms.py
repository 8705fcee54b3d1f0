"""G3: rooms for every twelve classes, of a size that depends on when and what kind of school was built."""

from typing import Any

import pytest

from tests.balance.city import NINE, OLD, PRIMARY, TINY_JUNIOR, Tables, row_of
from tests.balance.items.spoil import item


def rooms(code: str, **changes: Any) -> bool | None:
    def spoil(tables: Tables) -> None:
        flags = {key: value for key, value in changes.items() if key.startswith(("built", "max"))}
        row_of(tables, "schools", code).update(flags)
        row_of(tables, "rooms", code).update({key: value for key, value in changes.items() if key not in flags})

    return item("G3", spoil).by_school[code]


@pytest.mark.parametrize(("classes", "needed"), [(12, 1), (13, 2), (24, 2), (25, 3)])
def test_a_room_for_every_twelve_classes_begun(classes: int, needed: int) -> None:
    def spoil(tables: Tables, count: int) -> None:
        row_of(tables, "sections", PRIMARY)["classes"] = classes
        row_of(tables, "rooms", PRIMARY).update(music_rooms=count, music_rooms_96=count, art_rooms=9, art_rooms_90=9)

    assert item("G3", lambda tables: spoil(tables, needed)).by_school[PRIMARY] is True
    assert item("G3", lambda tables: spoil(tables, needed - 1)).by_school[PRIMARY] is False


def test_rooms_that_are_too_small_do_not_count() -> None:
    assert rooms(PRIMARY, music_rooms=2, music_rooms_96=1, music_rooms_73=1) is False


def test_an_older_school_may_have_smaller_rooms() -> None:
    assert rooms(OLD) is True
    assert rooms(OLD, music_rooms_73=1, music_rooms_61=1) is False


def test_a_blank_year_of_building_leaves_open_only_what_it_would_decide() -> None:
    assert rooms(OLD, built_by_2016=None) is None
    assert rooms(PRIMARY, built_by_2016=None) is True
    assert rooms(PRIMARY, built_by_2016=None, music_rooms=1, music_rooms_96=1) is False


def test_a_small_rural_junior_school_needs_61_and_not_54() -> None:
    assert rooms(TINY_JUNIOR) is True
    assert rooms(TINY_JUNIOR, music_rooms_61=0, music_rooms_54=1) is False


def test_bands_nobody_reported_leave_it_open_unless_the_rest_suffices() -> None:
    assert rooms(PRIMARY, art_rooms_90=None) is None
    assert rooms(OLD, art_rooms_90=None) is True
    assert rooms(PRIMARY, art_rooms_90=None, art_rooms=0) is False


def test_all_classes_of_a_combined_school_count() -> None:
    assert rooms(NINE, music_rooms=2, music_rooms_96=2) is False


def test_the_figures_count_schools_short_of_either() -> None:
    found = item("G3", lambda tables: row_of(tables, "rooms", PRIMARY).update(music_rooms=0, music_rooms_96=0))
    assert (found.figures["short_music"], found.figures["short_art"]) == (1, 0)
    assert found.failing[0].why.zh == "音乐教室应有2间、每间不小于96㎡，不足"

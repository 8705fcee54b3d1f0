import pytest

from junheng.seats.travel.modes import MODES, Mode, direction, usable

WALK, DRIVE = MODES["walk"], MODES["drive"]


@pytest.mark.parametrize(
    ("mode", "highway", "open_"),
    [
        (WALK, "motorway", False),
        (WALK, "footway", True),
        (WALK, "steps", True),
        (WALK, "primary", True),
        (WALK, "construction", False),
        (WALK, None, True),
        (DRIVE, "motorway", True),
        (DRIVE, "footway", False),
        (DRIVE, "residential", True),
        (DRIVE, "proposed", False),
    ],
)
def test_the_kind_of_way_decides_where_nothing_else_is_said(mode: Mode, highway: str | None, open_: bool) -> None:
    assert usable(mode, highway, {}) is open_


def test_what_a_way_says_of_itself_wins_and_the_nearest_word_first() -> None:
    assert not usable(WALK, "residential", {"foot": "no"})
    assert usable(WALK, "motorway", {"foot": "yes"})
    assert not usable(WALK, "service", {"foot": None, "access": "private"})
    assert usable(WALK, "service", {"foot": "designated", "access": "private"})
    assert not usable(DRIVE, "residential", {"motor_vehicle": "no", "access": "yes"})


def test_directions_bind_cars_and_nobody_on_foot() -> None:
    assert [direction(DRIVE, "residential", said) for said in ("yes", "1", "-1", "no", None)] == [1, 1, -1, 0, 0]
    assert direction(DRIVE, "motorway", None) == 1
    assert direction(DRIVE, "motorway", "no") == 0
    assert direction(WALK, "residential", "yes") == 0

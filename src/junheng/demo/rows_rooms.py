"""Rows of rooms and grounds, and of campuses."""

import math
from random import Random

from junheng.demo.dice import dice
from junheng.demo.need import need
from junheng.demo.tables import Row, SchoolYear

HALL_SHARE = 0.1
"""Largest share of the sports area that lies in a hall."""
HALL_PUPILS = 600
OLD = 2016
MISSING_ROOMS = 0.2
"""Share of schools short of specialist rooms where the area misses the item."""
COMPUTERS = (0.09, 0.2)
BOOKS = {"primary": (20, 34), "junior": (30, 45), "senior": (30, 45)}


def rooms_row(one: SchoolYear) -> Row:
    rng = dice(one.seed, "rooms", one.code)
    hall = _hall(rng, one)
    teaching = one.stock.shared["L4"] + hall
    leased = math.floor(one.stock.borrowed * 0.7)
    building = round(teaching * rng.uniform(1.35, 1.7))
    return {
        "school_code": one.code,
        "teaching_area": teaching,
        "indoor_sports_area": hall,
        "gym_area": hall,
        "sports_ground_area": one.stock.shared["L5"] - hall,
        "leased_sports_area": float(leased),
        "other_sports_area": one.stock.borrowed - leased,
        "multimedia_classrooms": int(one.stock.shared["L7"]),
        **_specialist(rng, one),
        "land_area": float(round(one.stock.shared["L5"] * 1.25 + building * rng.uniform(0.5, 0.9))),
        "building_area": float(building),
        "green_area": float(round(building * rng.uniform(0.15, 0.4))),
        "books": sum(round(count * rng.uniform(*BOOKS[section])) for section, count in one.pupils.items()),
        "computers": math.ceil(one.pupils_total * rng.uniform(*COMPUTERS)),
    }


def campus_rows(one: SchoolYear, rooms: Row, equipment: float) -> list[Row]:
    """The two campuses of a nine-year school, one for each section; nothing for other schools."""
    if one.school.campuses == 1:
        return []
    primary, junior = one.pupils["primary"], one.pupils["junior"]
    weight = 1.2
    share = primary / (primary + weight * junior)
    whole = {**{name: rooms[name] for name in _DIVIDED}, "equipment_value_yuan": equipment}
    first = {name: float(math.floor(value * share)) for name, value in whole.items()}
    second = {name: value - first[name] for name, value in whole.items()}
    return [
        _campus(one, "01", "小学部校区", {"pupils_primary": primary, "pupils_junior": 0}, first),
        _campus(one, "02", "初中部校区", {"pupils_primary": 0, "pupils_junior": junior}, second),
    ]


_DIVIDED = ("teaching_area", "indoor_sports_area", "sports_ground_area", "multimedia_classrooms")


def _campus(one: SchoolYear, number: str, name: str, pupils: Row, quantities: Row) -> Row:
    return {
        "school_code": one.code,
        "campus_code": number,
        "campus_name": f"{one.school.name}{name}",
        **pupils,
        **quantities,
    }


def _hall(rng: Random, one: SchoolYear) -> float:
    share = rng.uniform(0.02, HALL_SHARE)
    return float(round(one.stock.shared["L5"] * share)) if one.pupils_total > HALL_PUPILS else 0.0


def _specialist(rng: Random, one: SchoolYear) -> Row:
    """Music and art rooms by size: enough of them unless the school is one of the short."""
    enough = need(one.year).rooms(one.classes_total)
    total = max(0, enough - 1) if _short_of_rooms(rng, one) else enough + (rng.random() < 0.2)  # noqa: PLR2004
    smaller = total // 2 if one.school.founded <= OLD and rng.random() < 0.5 else 0  # noqa: PLR2004
    return {
        "music_rooms": total,
        "music_rooms_96": total - smaller,
        "music_rooms_73": smaller,
        "music_rooms_61": 0,
        "music_rooms_54": 0,
        "art_rooms": total,
        "art_rooms_90": total - smaller,
        "art_rooms_67": smaller,
        "art_rooms_61": 0,
        "art_rooms_54": 0,
    }


def _short_of_rooms(rng: Random, one: SchoolYear) -> bool:
    return rng.random() < MISSING_ROOMS and one.profile.fails("G3", one.year)

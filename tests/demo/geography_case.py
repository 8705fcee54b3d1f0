"""A small map of the tests, drawn once."""

from functools import cache

from junheng.demo.area_map import AreaMap, area_map
from junheng.demo.seats_schools import SeatSchools, seat_schools

SEED, SCALE = 2023, 0.03


@cache
def the_schools() -> SeatSchools:
    return seat_schools(SEED, SCALE)


@cache
def the_map() -> AreaMap:
    return area_map(SEED, SCALE, the_schools())

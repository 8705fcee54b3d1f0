"""A county of five schools that share teachers of music, and rules with own numbers."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from junheng.policy.establishment_norms import establishment_norms
from junheng.policy.itinerant_rules import ItinerantRules, itinerant_rules
from junheng.teachers.itinerant import Group, Laws, Tables
from tests.teachers.tables import table

DAY = date(2026, 9, 1)
SCHOOLS = "school_code,county_code,section,pupils,classes,lon,lat\n" + "".join(
    f"s{at},1,小学,100,{classes},{113 + at / 100},34.7\n" for at, classes in enumerate([12, 3, 4, 2, 6])
)
TEACHERS = "teacher_id,school_code,subject,backbone\nt0,s0,音乐,0\nt1,s0,音乐,0\nt2,s4,音乐,0\n"
HOURS = "section,subject,hours\n小学,音乐,2\n"
LOAD = 16.0
KM: NDArray[np.float64] = np.abs(np.subtract.outer(np.arange(5.0), np.arange(5.0)))


def tables(schools: str = SCHOOLS, teachers: str = TEACHERS) -> Tables:
    return Tables(table("schools", schools), table("teachers", teachers), table("hours", HOURS))


def rules(**own: float) -> ItinerantRules:
    return itinerant_rules(DAY, {name.replace("_", "."): value for name, value in own.items()})


def laws(**own: float) -> Laws:
    return Laws(establishment_norms(DAY, {"lessons.primary": LOAD}), rules(**own))


def group(
    lessons: list[int], have: list[int], load: float, km: NDArray[np.float64], classes: list[int] | None = None
) -> Group:
    names = tuple(f"s{at}" for at in range(len(lessons)))
    many = np.array(classes or [9] * len(lessons), dtype=np.int64)
    return Group(
        "1",
        "primary",
        "music",
        load,
        names,
        np.array(lessons, dtype=np.int64),
        np.array(have, dtype=np.int64),
        many,
        km,
    )

"""One school in one year, to make rows from."""

from dataclasses import replace
from typing import Any

from junheng.demo.fate import SOUND, Fate
from junheng.demo.kinds import KINDS
from junheng.demo.levels import INDICATORS
from junheng.demo.need import need
from junheng.demo.profiles import Profile
from junheng.demo.school import School
from junheng.demo.stock import Endowment, stock
from junheng.demo.tables import SchoolYear

PROFILE = Profile("410105", "inner", 1, 0, 0, 1)
SCHOOL = School("2141901001", "金水区样例第1小学", "410105", KINDS["primary"], "111", 1, False, False, 1990, 2023)


def case(
    pupils: dict[str, int], *, items: tuple[str, ...] = (), fate: Fate = SOUND, class_size: int = 40, **changes: Any
) -> SchoolYear:
    """A school that has one and a half times its need, in 2025; ``changes`` are to the school."""
    school = replace(SCHOOL, **changes)
    sizes = {section: [class_size] * max(1, count // class_size) for section, count in pupils.items()}
    return SchoolYear(
        seed=1,
        year=2025,
        school=school,
        profile=replace(PROFILE, items=items),
        fate=fate,
        pupils=pupils,
        before=pupils,
        sizes=sizes,
        stock=stock(1, 2025, Endowment(school, dict.fromkeys(INDICATORS, 1.5), fate, pupils), need()),
        place=(113.65, 34.80),
    )

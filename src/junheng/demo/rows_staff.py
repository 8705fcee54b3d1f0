"""Rows of teachers by section and of certificates and training."""

import math

from junheng.demo.dice import dice
from junheng.demo.profiles import Profile
from junheng.demo.tables import Row, SchoolYear

UNQUALIFIED = {"primary": 0.02, "junior": 0.05, "senior": 0.02}
"""Largest share of teachers without a degree above the required one."""
FILLED = 0.5
"""Share of the qualified teachers a school lacks whose posts others fill."""
MASTERS = {"inner": 0.14, "zone": 0.12, "county": 0.04}
OTHER_STAFF = 0.12
LAGGING_SCHOOLS = {"G9": 0.4, "G12": 0.15}
"""Share of schools that miss the item where the area does."""


def teacher_rows(one: SchoolYear) -> list[Row]:
    return [_section(one, section) for section in one.pupils]


def staff_row(one: SchoolYear, teachers: int) -> Row:
    return {
        "school_code": one.code,
        "staff_total": teachers + math.ceil(teachers * OTHER_STAFF),
        "teachers_total": teachers,
        "certified": teachers - _lagging(one, "G12", teachers, 0.06),
        "trained_360": teachers - _lagging(one, "G9", teachers, 0.12),
    }


def _lagging(one: SchoolYear, item: str, teachers: int, most: float) -> int:
    """Teachers short of an item; none where the area meets it."""
    rng = dice(one.seed, item, one.code)
    if not one.profile.fails(item, one.year) or rng.random() > LAGGING_SCHOOLS[item]:
        return 0
    return min(teachers, math.ceil(teachers * rng.uniform(0, most)))


def _section(one: SchoolYear, section: str) -> Row:
    rng = dice(one.seed, "teachers", one.code, section)
    above = one.stock.staff["L1"][section]
    missing = one.stock.sought[section] - above
    below = round(above * rng.uniform(0, UNQUALIFIED[section])) + round(max(0, missing) * FILLED)
    pe_art = min(one.stock.staff["L3"][section], above + below)
    return {
        "school_code": one.code,
        "section": section,
        "teachers": above + below,
        **_degrees(one.profile, section, above, below),
        "backbone_teachers": min(one.stock.staff["L2"][section], above + below),
        **_subjects(pe_art),
        **_visiting(one, section),
        "middle_title_teachers": round((above + below) * rng.uniform(0.35, 0.6)),
    }


def _degrees(profile: Profile, section: str, above: int, below: int) -> Row:
    masters = round(above * MASTERS[profile.setting])
    college = round((above - masters) * 0.25) if section == "primary" else below
    return {
        "degree_doctor": 0,
        "degree_master": masters,
        "degree_bachelor": above - masters - (college if section == "primary" else 0),
        "degree_college": college,
        "degree_secondary": below if section == "primary" else 0,
    }


def _subjects(total: int) -> Row:
    pe = math.ceil(total * 0.45)
    music = (total - pe) // 2
    return {"pe_teachers": pe, "music_teachers": music, "fine_art_teachers": total - pe - music, "arts_teachers": 0}


def _visiting(one: SchoolYear, section: str) -> Row:
    small = one.school.rural and one.pupils[section] < 100  # noqa: PLR2004 - the flag's own size
    return {
        "visiting_pe": int(small),
        "visiting_music": int(small),
        "visiting_fine_art": 0,
        "visiting_arts": 0,
    }

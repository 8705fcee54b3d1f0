"""Rows of evidence: who found what, on which document, for the items that no number decides."""

from collections.abc import Iterator
from datetime import date, timedelta

from junheng.demo.calibration import YEARS
from junheng.demo.dice import dice
from junheng.demo.need import STANDARD
from junheng.demo.profiles import Profile
from junheng.demo.tables import Row
from junheng.facts.codes import code_list
from junheng.policy import load_standard

FIRST_DAY = (10, 8)
"""Month and day from which records of a school year are dated."""
DAYS = 45


def evidence_rows(seed: int, year: int, profile: Profile) -> list[Row]:
    """One record for each item that is judged by evidence, but for the ones that were never filed."""
    unproven = profile.unproven if year == YEARS[-1] else ()
    return [_record(seed, year, profile, item) for item in _items() if item not in unproven]


def _items() -> Iterator[str]:
    return (item.id for item in load_standard(STANDARD).items if item.kind in {"evidence", "mixed"})


def _record(seed: int, year: int, profile: Profile, item: str) -> Row:
    rng = dice(seed, "evidence", profile.county, year, item)
    area = code_list("managing_bodies").codes[profile.county].zh
    return {
        "county_code": profile.county,
        "item": item,
        "school_code": "",
        "met": not profile.fails(item, year),
        "judged_by": f"{area}人民政府教育督导委员会办公室（合成演示）",
        "judged_on": date(year, *FIRST_DAY) + timedelta(days=rng.randint(0, DAYS)),
        "document": f"合成演示材料{year}-{item}-{rng.randint(1, 99):02d}号",
        "note": None,
    }

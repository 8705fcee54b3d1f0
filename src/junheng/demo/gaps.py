"""What was not reported: silent schools, blank cells. The city is drawn whole first; this takes away."""

from collections.abc import Mapping, Sequence

from junheng.demo.calibration import YEARS
from junheng.demo.dice import dice
from junheng.demo.profiles import profiles
from junheng.demo.school import School
from junheng.demo.tables import Rows

BLANKED: Mapping[str, Sequence[str]] = {
    "rooms": ("teaching_area", "sports_ground_area", "multimedia_classrooms"),
    "money": ("equipment_value_yuan",),
}
"""Values without which a school cannot be judged."""
UNIMPORTANT = 0.03
"""Share of schools that leave out something no indicator needs."""


def silent_schools(seed: int, schools: Sequence[School]) -> frozenset[str]:
    """Codes of the schools that did not report in the last year: ordinary ones, in the areas whose profile says so."""
    return frozenset(one.code for county in profiles() for one in _chosen(seed, county, schools, "silent"))


def blank_out(seed: int, year: int, schools: Sequence[School], rows: Mapping[str, Rows]) -> None:
    """Blank some values in the rows of each school, in place."""
    if year == YEARS[-1]:
        for county in profiles():
            for one in _chosen(seed, county, schools, "blank"):
                _blank(seed, one.code, rows[one.code])
    for code, tables in rows.items():
        rng = dice(seed, "unimportant", code, year)
        if rng.random() < UNIMPORTANT:
            tables["rooms"][0][rng.choice(("green_area", "books"))] = None


def _chosen(seed: int, county: str, schools: Sequence[School], what: str) -> list[School]:
    """The ``silent`` or ``blank`` schools of an area; a small area keeps most of its schools, and no school is both."""
    profile = profiles()[county]
    parents = {one.parent for one in schools}
    there = [
        one
        for one in schools
        if one.county == county and one.kind.id in {"primary", "junior"} and one.code not in parents
    ]
    order = dice(seed, "gaps", county).sample(there, len(there))
    most = len(order) // 3
    silent = order[: min(profile.silent, most)]
    blank = order[len(silent) : len(silent) + min(profile.blank, most)]
    return silent if what == "silent" else blank


def _blank(seed: int, code: str, tables: Rows) -> None:
    rng = dice(seed, "blank", code)
    table = rng.choice(sorted(BLANKED))
    tables[table][0][rng.choice(BLANKED[table])] = None

"""What a round stands on, opened: the county, the ways, the rules in force with the officer's own values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from junheng.policy.rotation_rules import RotationRules, rotation_rules
from junheng.seats.places import haversine
from junheng.teachers import read, tables
from junheng.teachers.rotation import City, County, Inputs, inputs_of
from junheng.web.personnel.frozen import held
from junheng.web.personnel.models import RotationDraft, RotationRound
from junheng.web.personnel.pseudonymous import teachers_table

OPEN = 4
"""Grounds that a process remembers."""
Texts = Mapping[str, pl.DataFrame]
_KEPT: dict[tuple[object, ...], "Ground"] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The county of a round with its ways and rules, and where the engine has whom.

    ``teacher`` numbers codes as the arrays of the county do; ``post`` finds the post of a school and section.
    """

    inputs: Inputs
    rules: RotationRules
    teacher: Mapping[str, int]
    post: Mapping[tuple[str, str], int]

    @property
    def city(self) -> City:
        return self.inputs.city

    @property
    def county(self) -> County:
        """A round is of one county."""
        return self.city.counties[0]

    def school(self, post: int) -> str:
        """The code of the school of a post."""
        code: str = self.city.schools.frame["school_code"][int(self.city.posts[0][post])]
        return code

    def row(self, teacher: int) -> dict[str, Any]:
        """The typed row of a teacher of the county."""
        return self.city.teachers.frame.row(int(self.county.staff.row[teacher]), named=True)


def rules_of(of: RotationRound | RotationDraft) -> RotationRules:
    """The rules on the day of a round or draft, with the officer's own values.

    Raises:
        ValueError: a value is no number or below 0.
    """
    given = of.given if isinstance(of, RotationRound) else of.values
    return rotation_rules(of.day, {name: one["value"] for name, one in given.items()})


def texts_of(of: RotationRound) -> dict[str, pl.DataFrame]:
    """The tables of a round as text, as they are now."""
    kept = {name: held(one["sha256"]) for name, one in of.tables.items()}
    return {"teachers": teachers_table(of), **kept}


def ground_of(texts: Texts, rules: RotationRules, day: date) -> Ground:
    """The tables opened.

    Raises:
        UnfitTablesError: with every fault of all tables.
    """
    inputs = inputs_of({name: read(one, tables()[name]) for name, one in texts.items()}, rules, day, haversine)
    county, schools, codes = inputs.city.counties[0], inputs.city.schools.frame, inputs.city.teachers.frame
    names = codes["teacher_id"].gather(county.staff.row).to_list()
    posts = schools.select("school_code", "section")[inputs.city.posts[0]].rows()
    return Ground(
        inputs,
        rules,
        {name: at for at, name in enumerate(names)},
        {(school, section): at for at, (school, section) in enumerate(posts)},
    )


def now(of: RotationRound) -> Ground:
    """A round as it is now.

    Raises:
        UnfitTablesError: with every fault of all tables.
    """
    return ground_of(texts_of(of), rules_of(of), of.day)


def opened(draft: RotationDraft) -> Ground:
    """The frozen ground of a draft."""
    said = tuple(sorted((name, one["value"]) for name, one in draft.values.items()))
    key = (draft.digest, draft.day, said)
    found = _KEPT.pop(key, None)
    if found is None:
        frozen = {name: held(one["sha256"]) for name, one in draft.inputs.items()}
        found = ground_of(frozen, rules_of(draft), draft.day)
    _KEPT[key] = found
    while len(_KEPT) > OPEN:
        _KEPT.pop(next(iter(_KEPT)))
    return found

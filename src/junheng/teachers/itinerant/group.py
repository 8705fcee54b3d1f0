"""The schools of one county, section and subject: lessons that are given, teachers who are there, what is lacking."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import numpy as np
import polars as pl
from numpy.typing import NDArray

from junheng.policy.establishment_norms import EstablishmentNorms
from junheng.policy.itinerant_rules import ItinerantRules
from junheng.teachers.establishment import posted
from junheng.teachers.reading import Read

NEAR = 1e-9
KEY = ("county_code", "section", "subject")


@dataclass(frozen=True, slots=True)
class Tables:
    """What is read."""

    schools: Read
    teachers: Read
    hours: Read


@dataclass(frozen=True, slots=True)
class Laws:
    """The numbers of posts and of itinerant teaching."""

    norms: EstablishmentNorms
    rules: ItinerantRules


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One county, section and subject.

    Attributes:
        county, section, subject: ids.
        load: weekly lessons of a teacher.
        schools: codes; the arrays below are in their order.
        lessons: of a week, whole ones (rounded up).
        have: teachers.
        classes: of each school.
        km: (schools, schools).
    """

    county: str
    section: str
    subject: str
    load: float
    schools: tuple[str, ...]
    lessons: NDArray[np.int64]
    have: NDArray[np.int64]
    classes: NDArray[np.int64]
    km: NDArray[np.float64]

    @property
    def whole(self) -> NDArray[np.int64]:
        """Whole teachers that each school lacks besides what is shared."""
        lack = np.maximum(self.lessons - self.have * self.load, 0.0)
        return np.asarray(np.floor(lack / self.load + NEAR), dtype=np.int64)

    @property
    def shared(self) -> NDArray[np.int64]:
        """Lessons of each school that are to be given by a teacher who is shared: less than a whole load."""
        left = self.lessons - (self.have + self.whole) * self.load
        return np.asarray(np.ceil(np.maximum(left, 0.0) - NEAR), dtype=np.int64)

    @property
    def spare(self) -> NDArray[np.int64]:
        """Lessons that the teachers of each school could give elsewhere."""
        return np.asarray(np.floor(np.maximum(self.have * self.load - self.lessons, 0.0) + NEAR), dtype=np.int64)


def groups_of(
    schools: Read, teachers: Read, hours: Read, km: NDArray[np.float64], load: Mapping[str, float | None]
) -> tuple[tuple[Group, ...], list[dict[str, str]]]:
    """Every group in which lessons are lacking or not, and those that cannot be judged.

    Args:
        schools, teachers, hours: tables without faults.
        km: between the different schools in their order.
        load: weekly lessons of a teacher by section.

    A group is not judged where the load of its section or the classes of a school are not known.
    """
    number = {one: at for at, one in enumerate(schools.frame["school_code"].unique(maintain_order=True))}
    frame = schools.frame.select("county_code", "school_code", "section", classes=schools.column("classes"))
    there = posted(schools, teachers).group_by("school_code", "section", "subject").agg(have=pl.len().cast(pl.Int64))
    lessons = (
        frame.join(hours.frame.select("section", "subject", "hours"), on="section", maintain_order="left")
        .join(there, on=["school_code", "section", "subject"], how="left", maintain_order="left")
        .with_columns(pl.col("have").fill_null(0))
    )
    found: list[Group] = []
    unjudged: list[dict[str, str]] = []
    for (county, section, subject), rows in lessons.sort(KEY, maintain_order=True).group_by(KEY, maintain_order=True):
        key = (str(county), str(section), str(subject))
        held = load.get(key[1])
        if held is None or rows["classes"].null_count():
            unjudged.append(dict(zip(KEY, key, strict=True)))
            continue
        at = [number[one] for one in rows["school_code"]]
        given = [ceil(many * each - NEAR) for many, each in zip(rows["classes"], rows["hours"], strict=True)]
        found.append(
            Group(
                *key,
                load=held,
                schools=tuple(rows["school_code"]),
                lessons=np.array(given, dtype=np.int64),
                have=rows["have"].to_numpy(),
                classes=rows["classes"].to_numpy(),
                km=km[np.ix_(at, at)],
            )
        )
    return tuple(found), unjudged

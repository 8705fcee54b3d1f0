"""Ways to raise a quantity besides adding it: train, recognise, hire, convert, build, with prices and limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

import numpy as np

from junheng.balance.remedy.problem import Floats
from junheng.policy.text import Text

Means = Literal["add", "train", "recognise", "convert", "hire", "build"]
SINGLE: tuple[Means, ...] = ("train", "recognise", "convert")
"""Ways that raise one indicator and need to know how far they go at every school."""
NAMED: tuple[Means, ...] = ("hire", "build")
"""Ways with names of their own, whose units count in several indicators."""
TITLES: Mapping[Means, Text] = {
    "add": Text("增加", "adding"),
    "train": Text("培训", "training"),
    "recognise": Text("认定", "recognising"),
    "convert": Text("改建", "converting"),
    "hire": Text("招聘", "hiring"),
    "build": Text("新建", "building"),
}
Place = tuple[str, str]
"""School code and section; an empty section stands for every one."""


@dataclass(frozen=True, slots=True)
class Cap:
    """How far something may go; amounts in its own units.

    Attributes:
        per_school: at any one school that ``schools`` does not name; None: not known.
        schools: at single schools.
        per_section: in a county section.
        per_county: in a county, all its sections together.
    """

    per_school: float | None = None
    schools: Mapping[Place, float] = field(default_factory=dict)
    per_section: float = float("inf")
    per_county: float = float("inf")

    def at(self, school: str, section: str) -> float | None:
        """At one school; None where nobody said."""
        return self.schools.get((school, section), self.schools.get((school, ""), self.per_school))

    def whole(self, school: str, sections: Sequence[str]) -> float | None:
        """At a school of several sections as one; what its sections may do by themselves adds up."""
        if (school, "") in self.schools:
            return self.schools[school, ""]
        if not any((school, one) in self.schools for one in sections):
            return self.per_school
        parts = [self.at(school, one) for one in sections]
        known = [one for one in parts if one is not None]
        return sum(known) if len(known) == len(parts) else None

    def along(self, schools: Sequence[str], section: str) -> Floats:
        """(n,) at every school; infinite where nobody said."""
        found = (self.at(code, section) for code in schools)
        return np.array([np.inf if one is None else one for one in found], float)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to raise quantities.

    Attributes:
        means: what is done; the name of the action.
        name: of the indicator, or of the kind of teacher or building.
        counts: indicator -> how many units of its quantity one unit of the way adds.
        cost: yuan of one unit.
        cap: how far it goes.
        rooms: classes and rooms there are, by place, where enough for the classes must be built; None: not asked.
    """

    means: Means
    name: str
    counts: Mapping[str, float]
    cost: float
    cap: Cap = field(default_factory=Cap)
    rooms: tuple[Mapping[Place, float], Mapping[Place, float]] | None = None

    def lacking(self, school: str, sections: Sequence[str], per: float) -> float | None:
        """How many must be built so that there is one for every ``per`` classes; None where it is not known.

        Args:
            school: its code.
            sections: the sections for which it is built, taken as one.
            per: classes for which there is one room.
        """
        if self.rooms is None:
            return 0.0
        classes, have = (_counted(one, school, sections) for one in self.rooms)
        return None if classes is None or have is None else max(0.0, ceil(classes / per - 1e-9) - have)

    @property
    def posts(self) -> bool:
        """Whether a unit takes an establishment post."""
        return self.means == "hire"


def _counted(held: Mapping[Place, float], school: str, sections: Sequence[str]) -> float | None:
    """The number of one section, or of several together."""
    whole = held.get((school, ""))
    parts = [held.get((school, one)) for one in sections]
    if len(sections) == 1 or whole is None:
        known = [one for one in parts if one is not None]
        return sum(known) if len(known) == len(parts) else whole
    return whole

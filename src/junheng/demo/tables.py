"""Rows of the school tables, of one school in one year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from junheng.demo.fate import Fate
from junheng.demo.profiles import Profile
from junheng.demo.school import School
from junheng.demo.stock import Stock

Row = dict[str, Any]
Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """Everything the rows of one school and year are made from. ``before``: pupils by section a year earlier."""

    seed: int
    year: int
    school: School
    profile: Profile
    fate: Fate
    pupils: Mapping[str, int]
    before: Mapping[str, int]
    sizes: Mapping[str, list[int]]
    stock: Stock
    place: tuple[float, float]

    @property
    def code(self) -> str:
        return self.school.code

    @property
    def pupils_total(self) -> int:
        return sum(self.pupils.values())

    @property
    def classes_total(self) -> int:
        return sum(map(len, self.sizes.values()))

"""Talent programmes counted as the tables are on the day they are looked at; and one county's part of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from junheng.policy.text import Text
from junheng.teachers.talent import report
from junheng.web.workforce.laws import talent_law
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.tables_of import opened

Row = Mapping[str, Any]


def counted(of: WorkforceStudy) -> dict[str, Any] | Text:
    """The engine's document, or why the numbers cannot be used."""
    try:
        return report(talent_law(of), timezone.localdate(), **opened(of))
    except ValueError as error:
        return Text(str(error.args[0]), str(error.args[0]))


@dataclass(frozen=True, slots=True)
class Allotment:
    """How person-times of training come to a county: ``target`` × ``own`` ÷ ``city``, whole by largest remainders.

    ``own`` and ``city`` are rural teachers; ``quota`` is the exact share, ``least`` the floor of a county (0: none),
    ``allotted`` what adds up to the target with the other counties. Source: 郑政〔2023〕26号 第七条, 按比例.
    """

    target: int
    own: int
    city: int
    least: int
    allotted: int

    @property
    def quota(self) -> float:
        return self.target * self.own / self.city

    @property
    def words(self) -> Text:
        """The arithmetic."""
        said = f"{self.target:,} × {self.own:,} ÷ {self.city:,} ＝ {self.quota:,.2f}"
        floor = (
            Text(f"，每区县不少于 {self.least:,}", f", no county below {self.least:,}") if self.least else Text("", "")
        )
        return Text(
            f"{said}{floor.zh}，最大余数法取整为 {self.allotted:,} 人次，各区县合计等于全市目标",
            f"{said}{floor.en}; {self.allotted:,} by largest remainders, so that the counties add up to the target",
        )


def allotment(of: WorkforceStudy, found: Row, county: str) -> Allotment | None:
    """The arithmetic of one county; None where the tables have no rural teachers of it, or no target is in force."""
    shares = {one["county_code"]: one["person_times"] for one in found["allotments"]}
    rural = opened(of).get("rural")
    if rural is None or county not in shares:
        return None
    teachers = dict(rural.frame.select("county_code", "rural_teachers").iter_rows())
    law = talent_law(of)
    city = sum(teachers.values())
    if not city or law.training.amount is None:
        return None
    return Allotment(law.training.amount, teachers[county], city, law.least, shares[county])

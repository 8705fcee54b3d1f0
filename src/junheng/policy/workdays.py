"""The work calendar: which days offices work, with the days off and the weekend days worked of each year's notice.

Source: the yearly 国务院办公厅 notice on holidays, one file a year in ``data/calendar``. A year whose notice is not
there has no calendar: the answer is :class:`NotIssued`, never a guess. :func:`deadline` gives an estimate by weekends
beyond the known years, and says that it is one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from junheng.policy.own_yaml import read_yaml
from junheng.policy.text import Text

SATURDAY = 5
DAY = timedelta(days=1)


class NotIssued(LookupError):  # noqa: N818 - what is so about the calendar
    """The work calendar of a year is not known; ``text`` says so in both languages."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.text = Text(
            f"{year}年的工作日历尚未公布或未录入", f"the work calendar of {year} is not issued or not known here"
        )
        super().__init__(f"{self.text.zh} / {self.text.en}")


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of one year, how surely its words are known, the days off by name and the weekend days worked."""

    year: int
    title: str
    number: str
    confidence: str
    note: str
    off: Mapping[date, Text]
    work: frozenset[date]

    @property
    def cite(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a term; ``estimated`` when a year it runs through has no calendar yet."""

    day: date
    estimated: bool


@cache
def notices() -> Mapping[int, Notice]:
    """The notices at hand, by year."""
    folder = files("junheng.policy") / "data" / "calendar"
    read = (_notice(read_yaml(one.read_text(encoding="utf-8"))) for one in folder.iterdir())
    return {one.year: one for one in sorted(read, key=lambda one: one.year)}


def _notice(held: Mapping[str, Any]) -> Notice:
    off: dict[date, Text] = {}
    for one in held["breaks"]:
        first, last = one["rest"]
        off |= {first + at * DAY: Text(**one["name"]) for at in range((last - first).days + 1)}
    work = frozenset(day for one in held["breaks"] for day in one["work"])
    said = (held["title"], held.get("number") or "", held["confidence"], held.get("note") or "")
    return Notice(held["year"], *said, off, work)


@cache
def _moved() -> Mapping[date, bool]:
    """Every day that is not what its weekday says: False for a day off, True for a weekend day worked."""
    return {
        **{day: False for one in notices().values() for day in one.off},
        **{day: True for one in notices().values() for day in one.work},
    }


def is_workday(day: date) -> bool:
    """Whether offices work on a day.

    Raises:
        NotIssued: the calendar of that year is not known.
    """
    if day.year not in notices():
        raise NotIssued(day.year)
    return _moved().get(day, day.weekday() < SATURDAY)


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th workday after a day (before it, when negative); the day itself does not count. 0 is the day.

    Raises:
        NotIssued: the way leads through a year whose calendar is not known.
    """
    step = DAY if count > 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def workdays_between(start: date, end: date) -> int:
    """How many workdays lie after ``start`` up to and including ``end``; negative when ``end`` is the earlier.

    Raises:
        NotIssued: a day between them is in a year whose calendar is not known.
    """
    if end < start:
        return -workdays_between(end, start)
    return sum(is_workday(start + at * DAY) for at in range(1, (end - start).days + 1))


def deadline(day: date, count: int) -> Deadline:
    """``add_workdays`` for a term of ``count`` workdays, with weekends alone where no calendar is known."""
    try:
        return Deadline(add_workdays(day, count), estimated=False)
    except NotIssued:
        return Deadline(_by_weekends(day, count), estimated=True)


def left(today: date, until: Deadline) -> int:
    """Workdays from today to a deadline, negative when it is over; by weekends alone where no calendar is known."""
    try:
        return workdays_between(today, until.day)
    except NotIssued:
        sign = 1 if until.day >= today else -1
        first, last = sorted((today, until.day))
        return sign * sum(_guess(first + at * DAY) for at in range(1, (last - first).days + 1))


def _guess(day: date) -> bool:
    return is_workday(day) if day.year in notices() else day.weekday() < SATURDAY


def _by_weekends(day: date, count: int) -> date:
    for _ in range(count):
        day += DAY
        while not _guess(day):
            day += DAY
    return day

"""The publication clock: of everything we make, when it was made, by when it is due to the public, when it was out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from junheng.policy.disclosure import Entry, entries, term
from junheng.policy.text import Text
from junheng.policy.workdays import Deadline, deadline, left
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Round


class Status(StrEnum):
    """How one artefact of one year stands with its term."""

    ON_TIME = "on_time"
    LATE = "late"
    WAITING = "waiting"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    NOT_MADE = "not_made"
    LASTING = "lasting"


STATUS = {
    Status.ON_TIME: Text("按时公开", "On time"),
    Status.LATE: Text("已公开，逾期", "Published late"),
    Status.WAITING: Text("待公开", "Waiting"),
    Status.OVERDUE: Text("逾期未公开", "Overdue"),
    Status.UNKNOWN: Text("已公开，形成日期未记录", "Published; day of making not recorded"),
    Status.NOT_MADE: Text("尚未形成", "Not made yet"),
    Status.LASTING: Text("长期公开", "Always public"),
}
LOOKS = {
    Status.ON_TIME: "done",
    Status.LATE: "late",
    Status.WAITING: "waiting",
    Status.OVERDUE: "late",
    Status.UNKNOWN: "ended",
    Status.NOT_MADE: "planned",
    Status.LASTING: "done",
}
"""The look of each status on a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One artefact of one school year (None: of none) on the clock."""

    entry: Entry
    year: int | None
    formed: date | None
    published: date | None
    due: Deadline | None
    status: Status
    left: int | None
    """Workdays until it is due while it waits; negative once overdue."""

    @property
    def title(self) -> Text:
        return STATUS[self.status]

    @property
    def look(self) -> str:
        return LOOKS[self.status]


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of one school year: data locked, verdicts signed, both out; the survey closed and out."""

    year: int
    locked: datetime | None = None
    signed: datetime | None = None
    published: datetime | None = None
    follows: bool = False
    """Whether a year before it is published, so that there is progress to rank."""


def line(entry: Entry, year: int | None, formed: date | None, published: date | None, today: date) -> Line:
    days = None if formed is None else term(formed)
    due = deadline(formed, days) if formed is not None and days is not None else None
    return Line(
        entry,
        year,
        formed,
        published,
        due,
        _status(entry, formed, published, due, today),
        left(today, due) if due is not None and published is None else None,
    )


def _status(entry: Entry, formed: date | None, published: date | None, due: Deadline | None, today: date) -> Status:
    if entry.formed == "lasting":
        return Status.LASTING
    if formed is None or due is None:
        return Status.UNKNOWN if published else Status.NOT_MADE
    if published is None:
        return Status.OVERDUE if today > due.day else Status.WAITING
    return Status.LATE if published > due.day else Status.ON_TIME


def lines(made: Iterable[Made], today: date) -> list[Line]:
    """The catalogue: newest year first, in the order of its entries; what belongs to no year comes last."""
    ordered = sorted(made, key=lambda one: (one.year, one.published is None), reverse=True)
    yearly = [found for one in ordered for found in _of_year(one, today)]
    lasting = [line(one, None, None, None, today) for one in entries() if one.formed in {"lasting", "survey"}]
    return [*yearly, *lasting]


def _of_year(one: Made, today: date) -> Iterator[Line]:
    for entry in entries():
        if entry.formed not in {"data", "signed"} or (entry.id == "ranking" and not one.follows):
            continue
        formed = one.locked if entry.formed == "data" else one.signed
        yield line(entry, one.year, _day(formed), _day(one.published), today)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else timezone.localdate(moment)


def made_of(
    editions: Iterable[Edition],
    rounds: Iterable[Round],
    signed: Mapping[int, datetime],
    drafted: Mapping[tuple[int, str], datetime],
) -> list[Made]:
    """What is published and what is locked and waits.

    ``signed`` is when the records of an edition were signed, by its key; ``drafted`` when the drafts of a round's
    snapshot were.
    """
    held = {(one.year, one.snapshot): one for one in rounds}
    published = list(editions)
    years = {one.year for one in published}
    found = []
    for one in published:
        source = held.pop((one.year, one.snapshot), None)
        follows = any(year < one.year for year in years)
        locked = source.locked_at if source else None
        found.append(Made(one.year, locked, signed.get(one.pk), one.published_at, follows))
    for (year, snapshot), waiting in held.items():
        follows = any(other < year for other in years)
        found.append(Made(year, waiting.locked_at, drafted.get((waiting.pk, snapshot)), None, follows))
    return found

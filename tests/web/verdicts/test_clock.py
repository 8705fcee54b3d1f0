"""The publication clock: on time, late, waiting, overdue, unknown; workdays, not days."""

from datetime import UTC, date, datetime

import pytest

from junheng.policy.disclosure import entries
from junheng.policy.workdays import Deadline
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Round
from junheng.web.verdicts.clock import LOOKS, STATUS, Made, Status, line, lines, made_of

DATA = next(one for one in entries() if one.formed == "data")
FORMED, DUE = date(2025, 9, 1), date(2025, 9, 28)


@pytest.mark.parametrize(
    ("formed", "published", "today", "status", "left"),
    [
        (FORMED, DUE, DUE, Status.ON_TIME, None),
        (FORMED, date(2025, 9, 29), date(2025, 9, 30), Status.LATE, None),
        (FORMED, None, DUE, Status.WAITING, 0),
        (FORMED, None, FORMED, Status.WAITING, 20),
        (FORMED, None, date(2025, 9, 29), Status.OVERDUE, -1),
        (None, FORMED, DUE, Status.UNKNOWN, None),
        (None, None, DUE, Status.NOT_MADE, None),
        (date(2018, 1, 1), date(2018, 1, 2), DUE, Status.UNKNOWN, None),
    ],
)
def test_a_line_stands_by_its_dates(
    formed: date | None, published: date | None, today: date, status: Status, left: int | None
) -> None:
    found = line(DATA, 2025, formed, published, today)
    assert (found.status, found.left) == (status, left)
    if formed == FORMED:
        assert found.due == Deadline(DUE, estimated=False)


def test_beyond_the_calendar_the_due_day_is_an_estimate() -> None:
    found = line(DATA, 2026, date(2026, 12, 20), None, date(2026, 12, 21))
    assert found.due is not None
    assert found.due.estimated


def test_the_catalogue_has_every_entry_of_every_year_and_ranking_only_with_a_year_before() -> None:
    out = datetime(2025, 9, 2, tzinfo=UTC)
    found = lines([Made(2024, out, out, out), Made(2025, out, out, None, follows=True)], DUE)
    ids = [(one.entry.id, one.year) for one in found]
    assert ids[:4] == [(id_, 2025) for id_ in ("school_list", "county_statistics", "verdicts", "ranking")]
    assert ("ranking", 2024) not in ids
    assert ids[-2:] == [("survey", None), ("standards", None)]
    assert {one.status for one in found if one.year == 2025} == {Status.WAITING}


def test_a_round_is_matched_with_the_edition_of_its_snapshot() -> None:
    locked = datetime(2025, 9, 1, tzinfo=UTC)
    rounds = [
        Round(pk=1, year=2025, snapshot="new", locked_at=locked),
        Round(pk=2, year=2024, snapshot="b", locked_at=locked),
    ]
    editions = [Edition(pk=7, year=2025, snapshot="old"), Edition(pk=8, year=2024, snapshot="b")]
    found = made_of(editions, rounds, {8: locked}, {(1, "new"): locked})
    held = {(one.year, one.published is not None): one for one in found}
    assert held[2025, True].locked is None
    assert held[2025, False].locked == held[2025, False].signed == locked
    assert held[2024, True].locked == held[2024, True].signed == locked
    assert held[2025, False].follows
    assert not held[2024, True].follows


def test_every_status_has_words_and_a_look() -> None:
    assert set(STATUS) == set(LOOKS) == set(Status)

"""The term for appeals: unknown means none, a set one counts workdays."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from junheng.policy.dated import built_in
from junheng.policy.workdays import Deadline
from junheng.web.verdicts import appealing
from junheng.web.verdicts.appealing import last_day, term, why_not
from junheng.web.verdicts.models import Record


def test_no_term_is_enforced_while_none_is_known(record: Record) -> None:
    assert term(date(2026, 1, 1)) is None
    assert last_day(record) is None
    assert why_not(record) is None


@pytest.mark.parametrize(
    ("released", "until"),
    [
        (datetime(2025, 9, 26, tzinfo=UTC), Deadline(date(2025, 10, 15), estimated=False)),
        (datetime(2026, 12, 28, tzinfo=UTC), Deadline(date(2027, 1, 8), estimated=True)),
    ],
)
def test_a_term_of_the_city_counts_workdays(
    record: Record, monkeypatch: pytest.MonkeyPatch, released: datetime, until: Deadline
) -> None:
    held = built_in("verdict_numbers")[appealing.PARAMETER].set(Decimal(9), date(2020, 1, 1))
    monkeypatch.setattr("junheng.web.verdicts.appealing.built_in", lambda _name: {appealing.PARAMETER: held})
    record.released_at = released
    assert last_day(record) == until


def test_a_superseded_verdict_says_where_to_appeal(chain: tuple[Record, Record]) -> None:
    why = why_not(chain[0])
    assert why is not None
    assert "新结论" in why.zh
    assert why_not(chain[1]) is None

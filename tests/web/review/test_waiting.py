"""How long something has waited."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from junheng.policy.workdays import NotIssued
from junheng.web.review import waiting
from junheng.web.review.waiting import waited

HERE = ZoneInfo("Asia/Shanghai")


def test_workdays_where_the_calendar_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2025, 9, 30, 9, tzinfo=HERE))
    assert waited(datetime(2025, 9, 26, 23, tzinfo=HERE)) == waiting.Waited(3, True)
    assert waited(datetime(2025, 9, 30, 8, tzinfo=HERE)) == waiting.Waited(0, True)


def test_days_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_days: object) -> int:
        raise NotIssued(2031)

    monkeypatch.setattr(waiting, "workdays_between", unknown)
    assert waited(timezone.now() - timedelta(days=4)) == waiting.Waited(4, False)

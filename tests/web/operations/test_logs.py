"""Logs hold what happened and nobody's data."""

import json
import logging

import pytest
from django.test import Client

from junheng.web.operations.logs import JsonLines, logging_settings
from tests.web.people import People


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> pytest.LogCaptureFixture:
    monkeypatch.setattr(logging.getLogger("junheng"), "propagate", True)
    caplog.set_level(logging.INFO, "junheng.requests")
    return caplog


def _written(caplog: pytest.LogCaptureFixture) -> dict[str, object]:
    return dict(json.loads(JsonLines().format(caplog.records[-1])))


def test_a_request_is_one_line_without_its_query(staff: People, lines: pytest.LogCaptureFixture) -> None:
    answer = staff.client("planner").get("/desk/jobs/?token=s3cret")
    held = _written(lines)
    assert held["request"] == answer["X-Request-ID"]
    assert (held["path"], held["status"], held["method"]) == ("/desk/jobs/", 200, "GET")
    assert held["user"] == staff.users["planner"].pk
    assert "s3cret" not in json.dumps(held)
    assert "planner" not in json.dumps(held)


def test_an_address_is_logged_as_its_pattern(db: None, client: Client, lines: pytest.LogCaptureFixture) -> None:
    client.get("/school/2141000001/")
    assert "2141000001" not in json.dumps(_written(lines))


def test_a_fault_is_its_type_and_place_never_its_words() -> None:
    try:
        raise ValueError("张三 13800000000")
    except ValueError as fault:
        held = logging.LogRecord(
            "django.request", 40, "", 1, "Internal Server Error: %s", ("/survey/CODE/",), (ValueError, fault, None)
        )
        written = JsonLines().format(held)
    assert "ValueError" in written
    assert "test_logs.py" in written
    assert "张三" not in written
    assert "CODE" not in written


@pytest.mark.parametrize(
    ("target", "level"),
    [("", "WARNING"), ("stdout", "INFO"), ("/tmp/junheng.log", "INFO")],  # noqa: S108
)
def test_logs_go_where_the_setting_says(target: str, level: str) -> None:
    held = logging_settings(target)
    assert held["loggers"]["junheng"]["level"] == level
    assert held["handlers"]["out"].get("filename", "") == (target if target.startswith("/") else "")

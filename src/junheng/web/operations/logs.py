"""Logs as one JSON object a line: what happened, never whom it is about.

Of a request: its id, method, the pattern of its address (not the address: codes and names can stand in it), status,
milliseconds and the number of the account. Of a fault: its type and where in the program, not its message.
"""

import json
import logging
import secrets
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

log = logging.getLogger("junheng.requests")
Handler = Callable[[HttpRequest], HttpResponse]


class JsonLines(logging.Formatter):
    """A record as a line of JSON. Words of other programs are kept without what was put into them."""

    def format(self, record: logging.LogRecord) -> str:
        own = record.name.startswith("junheng.")
        held: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if own else str(record.msg),
            **getattr(record, "said", {}),
        }
        if record.exc_info and record.exc_info[1]:
            fault = record.exc_info[1]
            frames = traceback.extract_tb(fault.__traceback__)
            held["fault"] = type(fault).__name__
            held["where"] = [f"{one.filename.rpartition('/')[2]}:{one.lineno} {one.name}" for one in frames[-12:]]
        return json.dumps(held, ensure_ascii=False)


def log_requests(get_response: Handler) -> Handler:
    """Number every request and write one line about it; the answer carries the number."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun, number = time.monotonic(), secrets.token_hex(8)
        request.request_id = number  # type: ignore[attr-defined]
        response = get_response(request)
        response["X-Request-ID"] = number
        match, user = request.resolver_match, getattr(request, "_cached_user", None)
        said = {
            "request": number,
            "method": request.method,
            "path": f"/{match.route}" if match else "",
            "status": response.status_code,
            "ms": round((time.monotonic() - begun) * 1000, 1),
            "user": getattr(user, "pk", None),
        }
        log.info("request", extra={"said": said})
        return response

    return answer


def logging_settings(target: str) -> dict[str, Any]:
    """Django's ``LOGGING``: to standard output, to a file, or (empty) warnings alone to standard error."""
    to: dict[str, Any] = {"class": "logging.StreamHandler", "stream": "ext://sys.stderr"}
    if target == "stdout":
        to = {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}
    elif target:
        to = {"class": "logging.handlers.WatchedFileHandler", "filename": target, "encoding": "utf-8", "delay": True}
    level = "INFO" if target else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "junheng.web.operations.logs.JsonLines"}},
        "handlers": {"out": {**to, "formatter": "json"}},
        "loggers": {
            "junheng": {"handlers": ["out"], "level": level, "propagate": False},
            "django": {"handlers": ["out"], "level": "WARNING", "propagate": False},
            "django_tasks": {"handlers": ["out"], "level": "WARNING", "propagate": False},
            "django_tasks_db": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        },
    }

"""How the site is: database, disk, worker, queue, last backup, audit log, clock; what is bad says what to do."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.audit.models import Event
from junheng.web.operations.backup import LAST
from junheng.web.operations.models import Job, JobState
from junheng.web.operations.worker import worker_alive

PATIENCE = timedelta(minutes=10)
"""How long work may wait for a worker before something must be wrong."""
SKEW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``ok`` is None when it cannot be told."""

    id: str
    title: Text
    ok: bool | None
    said: Text


def health() -> list[Check]:
    """All checks. Without a database only those that need none can tell."""
    return [_told(*one) for one in CHECKS]


def public_state() -> str:
    """``ok`` or ``degraded``: what strangers may know, and all that a load balancer needs."""
    return "ok" if database()[0] and disk()[0] else "degraded"


Answer = tuple[bool | None, Text]


def _told(id_: str, title: Text, look: Callable[[], Answer]) -> Check:
    try:
        return Check(id_, title, *look())
    except Error as fault:
        name = type(fault).__name__
        return Check(id_, title, None, Text(f"数据库没有应答（{name}）", f"the database does not answer ({name})"))


def database() -> Answer:
    begun = time.monotonic()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as fault:
        name = type(fault).__name__
        return False, Text(f"没有应答（{name}），请检查数据库服务", f"no answer ({name}): look at the database server")
    took = f"{(time.monotonic() - begun) * 1000:.0f} ms"
    return True, Text(f"{connection.vendor}，{took}", f"{connection.vendor}, {took}")


def disk() -> Answer:
    usage = shutil.disk_usage(settings.VAR)
    free = f"{usage.free / 1024**3:.1f} GiB"
    ok = usage.free >= settings.JUNHENG_DISK_FLOOR
    return ok, Text(f"剩余 {free}", f"{free} free")


def worker() -> Answer:
    if worker_alive():
        return True, Text("在运行", "running")
    return False, Text("没有运行，请启动 junheng worker 或 serve", "not running: start junheng worker, or serve")


def queue() -> Answer:
    waiting = Job.objects.everything("counted only").filter(state=JobState.WAITING).order_by("asked_at")
    oldest = waiting.values_list("asked_at", flat=True).first()
    count = waiting.count()
    ok = oldest is None or timezone.now() - oldest < PATIENCE
    return ok, Text(f"等待 {count} 项", f"{count} waiting")


def last_backup() -> datetime | None:
    try:
        held = json.loads((Path(settings.VAR) / LAST).read_text(encoding="utf-8"))
        return datetime.fromisoformat(held["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def backup() -> Answer:
    made = last_backup()
    if made is None:
        return False, Text("从未备份，请运行 junheng backup", "never: run junheng backup")
    days = (timezone.now() - made).days
    when = timezone.localtime(made).strftime("%Y-%m-%d %H:%M")
    ok = days <= settings.JUNHENG_BACKUP_DAYS
    return ok, Text(f"{when}（{days} 天前）", f"{when} ({days} days ago)")


def chain() -> Answer:
    rows = Job.objects.everything("the state of the log, nothing of its events").filter(kind="audit_verify")
    held = rows.filter(state__in=(JobState.DONE, JobState.FAILED)).order_by("-ended_at").first()
    if held is None or held.ended_at is None:
        return None, Text("还没有核验过，请审计管理员核验", "not checked yet: ask the audit administrator")
    when = timezone.localtime(held.ended_at).strftime("%Y-%m-%d %H:%M")
    if held.state == JobState.DONE:
        return True, Text(f"{when} 核验完整", f"whole when checked at {when}")
    return False, Text(f"{when} 核验没有通过", f"did not hold when checked at {when}")


def clock() -> Answer:
    latest = Event.objects.order_by("-number").values_list("at", flat=True).first()
    now = timezone.now()
    if latest and datetime.fromisoformat(latest) > now + SKEW:
        return False, Text("时钟被拨慢：日志里有将来的时间", "set back: the audit log holds a later time")
    shown = timezone.localtime(now).strftime("%Y-%m-%d %H:%M:%S")
    return True, Text(f"{shown}（北京时间）", f"{shown} (China time)")


CHECKS: tuple[tuple[str, Text, Callable[[], Answer]], ...] = (
    ("database", Text("数据库", "Database"), database),
    ("disk", Text("磁盘", "Disk"), disk),
    ("worker", Text("后台进程", "Worker"), worker),
    ("queue", Text("任务队列", "Queue"), queue),
    ("backup", Text("最近备份", "Last backup"), backup),
    ("chain", Text("审计日志", "Audit log"), chain),
    ("clock", Text("时钟", "Clock"), clock),
)

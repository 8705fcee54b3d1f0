"""What a piece of long work is given: its ids, who asked for it, and the way to say how far it is."""

import time
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_for
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.operations.models import Job

PAUSE = 0.5
"""Seconds between two tellings of the same step."""


class Cancelled(Exception):  # noqa: N818 - an answer to a wish, not a failure
    """Somebody asked the work to stop; it leaves by this."""


def depth() -> int:
    """How many transactions deep the program is just now."""
    return int(connection.in_atomic_block) + len(connection.savepoint_ids)


@dataclass
class Work:
    """One run of a job. Work outside transactions and open short ones: what is told inside one is seen when it ends,
    and on SQLite nobody else writes meanwhile."""

    job_id: int
    given: dict[str, Any]
    actor: Actor
    _depth: int = field(default_factory=depth)
    _told: tuple[str, float] = ("", 0.0)

    def progress(self, step: Text | str, done: int = 0, total: int = 0) -> None:
        """Say how far the work is: ``done`` of ``total`` pieces of a step (``"读取 / reading"`` or both languages).

        Raises:
            Cancelled: somebody asked it to stop.
        """
        words = both(step)
        last, at = self._told
        if depth() > self._depth or (last == words.zh and done < total and time.monotonic() - at < PAUSE):
            return
        self._told = (words.zh, time.monotonic())
        row = Job.objects.everything("the work's own row").filter(pk=self.job_id)
        row.update(step={"zh": words.zh, "en": words.en}, done=done, total=total)
        if row.values_list("cancel", flat=True).get():
            raise Cancelled


def both(step: Text | str) -> Text:
    if isinstance(step, Text):
        return step
    zh, _slash, en = step.partition(" / ")
    return Text(zh, en or zh)


def work_on(job: Job) -> Work:
    """The work of a job. Who asked acts with the roles held now; someone without an active account has none."""
    user = job.asked_by
    if user is None:
        return Work(job.pk, job.given, SYSTEM)
    actor = actor_for(user.pk, user.username, job.ip)
    return Work(job.pk, job.given, actor if user.is_active else Actor(user.pk, user.username, job.ip))

"""Publish a signed round in a process of its own that is killed, as with -9: ``killed_publishing.py FOLDER PLACE``.

An empty place publishes twice and prints what is there then.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any


def main(folder: Path, place: str) -> None:
    from junheng.web.serve import prepare

    fresh = not (folder / "junheng.sqlite3").exists()
    prepare(folder)
    from junheng.web.accounts.access import actor_for
    from junheng.web.accounts.models import User
    from junheng.web.reporting.models import Round
    from junheng.web.verdicts.actions import publish_round as module

    if fresh:
        _begin(folder)
    if place:
        setattr(module, place, _die)
    user, held = User.objects.get(username="publisher"), Round.objects.get()
    for _ in range(2):
        module.publish_round(actor_for(user.pk, user.username), held.pk, signatory="合成市督导室")
    sys.stdout.write(json.dumps(_counts()))


def _begin(folder: Path) -> None:
    from django.utils import timezone

    from junheng.web.reporting.models import Round
    from tests.web.people import people
    from tests.web.verdicts.conftest import City

    now = timezone.now()
    city = City(
        people(), Round.objects.create(year=2025, opens=now, deadline=now, synthetic=True), folder / "snapshots"
    )
    city.lock()
    city.sign()


def _die(*_given: Any, **_named: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _counts() -> dict[str, int]:
    from junheng.web.audit.models import Event
    from junheng.web.portal.models import Edition
    from junheng.web.verdicts.models import Record

    return {
        "editions": Edition.objects.count(),
        "current": Edition.objects.filter(current=True).count(),
        "records": Record.objects.everything("a test").count(),
        "events": Event.objects.filter(verb__startswith="verdict.publish").count(),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""Two reviewers decide on the same report at the same moment, several times; also as a process of its own.

``python -m tests.web.reporting.rivals FOLDER`` does it on a fresh SQLite file and prints what came of it.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

ROUNDS = 4


def contest() -> list[list[str]]:
    """What each of the two was told, round by round, and how many steps and events there are then."""
    from django.db import connections

    from junheng.web.audit.models import Event
    from junheng.web.kit.refusal import Refusal
    from junheng.web.reporting.lifecycle import move
    from junheng.web.reporting.models import Step
    from tests.web.people import people
    from tests.web.reporting.test_lifecycle import a_submission, submitted

    staff, told = people(), []
    for _ in range(ROUNDS):
        held = submitted(a_submission(staff), staff)
        actor, gate = staff.actor("county_reviewer"), Barrier(2)

        def decide(verb: str) -> str:
            gate.wait()  # noqa: B023 - used up before the next round
            try:
                return str(move(actor, held.pk, verb, revision=held.revision, comment="x").state)  # noqa: B023
            except Refusal as refusal:
                return type(refusal).__name__
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            said = sorted(pool.map(decide, ["approve", "return"]))
        steps = Step.objects.everything("test").filter(submission=held).count()
        told.append([*said, f"{steps} steps", f"{Event.objects.filter(target=f'submission:{held.pk}').count()} events"])
    return told


def main(folder: Path) -> None:
    os.environ |= {"JUNHENG_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "junheng.web.settings.base"}
    os.environ |= {"JUNHENG_SECRET_KEY": "rivals", "DATABASE_URL": ""}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(contest()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""A process that is killed in the middle of a confirmation, and one that confirms again.

``python -m tests.web.reporting.killed FOLDER begin`` prints a token; ``… die TOKEN`` is killed between the rows and
their commit; ``… again TOKEN`` confirms twice and prints what there is then.
"""

import json
import os
import signal
import sys
from pathlib import Path

from junheng.web.serve import prepare


def main(folder: Path, what: str, token: str = "") -> None:
    prepare(folder)
    from junheng.web.accounts.access import actor_for
    from junheng.web.accounts.models import User
    from junheng.web.reporting.actions import confirm as module

    if what == "begin":
        sys.stdout.write(_begin())
        return
    user = User.objects.get(username="school_reporter")
    actor = actor_for(user.pk, user.username)
    if what == "die":
        setattr(module, "move", lambda *_given, **_named: os.kill(os.getpid(), signal.SIGKILL))  # noqa: B010
    module.confirm(actor, token, checked=True)
    module.confirm(actor, token, checked=True)
    sys.stdout.write(json.dumps(_counts()))


def _begin() -> str:
    from junheng.web.reporting.actions.open_round import open_round
    from junheng.web.reporting.actions.preview import preview
    from junheng.web.reporting.models import Submission
    from tests.web.people import SCHOOLS, people
    from tests.web.reporting.conftest import soon
    from tests.web.reporting.files import uploaded

    staff = people()
    open_round(staff.actor("city_statistician"), 2025, soon(days=-1), soon(days=1))
    rows = Submission.objects.everything("a test").select_related("organisation__parent__parent", "round", "current")
    held = rows.get(organisation__code=SCHOOLS[0])
    return preview(staff.actor("school_reporter"), held, [uploaded()], revision=1).token


def _counts() -> dict[str, object]:
    from junheng.web.audit.models import Event
    from junheng.web.reporting.models import Step, Submission, Version

    held = Submission.objects.everything("a test").get(current__isnull=False)
    return {
        "versions": Version.objects.everything("a test").count(),
        "steps": Step.objects.everything("a test").count(),
        "events": Event.objects.filter(verb="submission.draft").count(),
        "state": held.state,
        "revision": held.revision,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

"""A whole small site in a folder, made by a program of its own, and its backup with the keys beside it:
``python -m tests.web.operations.sites FOLDER``.
"""

import sys
from pathlib import Path


def fill(folder: Path) -> None:
    """People with encrypted names, a round, a published year, a snapshot, a kept file, events, a job."""
    from junheng.web.serve import prepare

    prepare(folder)
    from django.utils import timezone

    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.audit.actions.record import record
    from junheng.web.kit.store import put
    from junheng.web.operations.models import Job
    from junheng.web.portal.models import Edition
    from junheng.web.reporting.models import Round, Submission, Version
    from tests.web.people import people
    from tests.web.tiny import snapshot

    staff = people()
    frozen = snapshot(folder.resolve() / "snapshots")
    now = timezone.now()
    opened = Round.objects.create(
        year=2025, opens=now, deadline=now, snapshot=frozen.hash, snapshot_path=str(frozen.path)
    )
    digest, size = put([b"what was handed in ", "张三".encode()])
    submission = Submission.objects.create(round=opened, organisation=staff.places["2141000001"])
    Version.objects.create(
        submission=submission,
        number=1,
        way="upload",
        files=[{"name": "a.xlsx", "sha256": digest, "size": size}],
        receipt={"空": None, "share": 0.1, "many": 10**12, "deep": [{"b": 1, "a": [True]}]},
        token="t",  # noqa: S106
    )
    Edition.objects.create(
        year=2025, standard="jiaodu-2017-6", snapshot=frozen.hash, snapshot_path=str(frozen.path), synthetic=True,
        geometry={}, expected={},
    )  # fmt: skip
    Job.objects.create(kind="test.good", key="a", asked_by=staff.users["planner"], result={"href": "/"})
    for at in range(5):
        record(SYSTEM, "try", f"thing:{at}", after={"at": at / 3}, reason='’"\n\\{site}')


def back_up(folder: Path) -> None:
    from junheng.cli import app

    beside = folder.parent
    app(["backup", str(beside / "backup.zip"), "--site", str(folder), "--keys", str(beside / "keys.json")])


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
    back_up(Path(sys.argv[1]))

"""Take an upload of many workbooks in and have a job read it."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import NotAllowed
from junheng.web.operations.jobs import enqueue
from junheng.web.operations.models import Job
from junheng.web.reporting import staging
from junheng.web.reporting.jobs import place_of
from junheng.web.reporting.models import Round
from junheng.web.reporting.staging import Given
from junheng.web.reporting.timing import ensure_open


def begin_import(actor: Actor, held: Round, files: Iterable[Given], *, submit: bool = False) -> Job:
    """The job that imports these files; the same files for the same round by the same person are the same job."""
    if not (actor.may("report.fill") or actor.may("round.manage")):
        raise NotAllowed("您的角色不能批量导入。", "Your role does not import reports.")
    ensure_open(held)
    folder, paths = staging.receive(files)
    number = _digest(paths)
    target = place_of(number)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(folder, target)
    staging.discard(folder)
    key = f"import:{held.pk}:{actor.user_id}:{number[:32]}:{held.revision}:{int(submit)}"
    job = enqueue("import_many", key=key, actor=actor, round=held.pk, folder=number, submit=submit)
    record(actor, "round.import", f"round:{held.pk}", after={"job": job.pk, "files": len(paths)})
    return job


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

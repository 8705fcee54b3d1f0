"""Write down what was found at a drawn school."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.give import take
from junheng.web.evidence.actions.move import person, written
from junheng.web.evidence.models import Picture, Visit
from junheng.web.evidence.queries.draws import visit_of
from junheng.web.kit.refusal import Refusal, Stale
from junheng.web.kit.store import put


def record_visit(
    actor: Actor,
    pk: int,
    code: str,
    *,
    revision: int,
    visited_on: date,
    text: str,
    files: Sequence[UploadedFile[Any]] = (),
) -> Visit:
    """May be written again; the event chain keeps that it was, the files only grow."""
    found = visit_of(actor, pk, code)
    said = written(text, "请写明核查情况。", "Write what was found.")
    drawn_on = timezone.localdate(found.draw.revealed_at)
    if not drawn_on <= visited_on <= timezone.localdate():
        raise Refusal(
            "核查日期应在抽取之后、今天以前。", "The visit is after the drawing and not in the future.", status=422
        )
    taken = take(files) if files else []
    with transaction.atomic():
        held = Visit.objects.everything("the reach was checked above").select_for_update().get(pk=found.pk)
        if held.revision != revision:
            raise Stale
        before = {"visited_on": str(held.visited_on or ""), "revision": held.revision}
        held.visited_on, held.text, held.revision = visited_on, said, held.revision + 1
        held.recorded_by_id, held.recorded_at = actor.user_id, timezone.now()
        held.save()
        for one in taken:
            sha256, size = put([one.content])
            Picture(visit=held, name=one.name, kind=one.kind, size=size, sha256=sha256, by_id=person(actor)).save()
        after = {"visited_on": str(visited_on), "revision": held.revision, "files": len(taken)}
        record(actor, "visit.record", f"visit:{held.pk}", path=found.organisation.path, before=before, after=after)
    return held

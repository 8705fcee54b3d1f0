"""Files given out with a record, so that whoever holds one can ask whether it is ours and still stands."""

import hashlib

from django.db import transaction

from junheng.web.portal.models import Edition
from junheng.web.verdicts.models import Paper, Record

NAME = 200


def register(record: Record, name: str, content: bytes) -> Paper:
    """Keep the SHA-256 of a file given out with a record; the same content again is the same paper."""
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        paper, _new = Paper.objects.get_or_create(
            record=record, sha256=sha256, defaults={"name": name[:NAME], "size": len(content)}
        )
    return paper


def given_out(edition: Edition, code: str, name: str, content: bytes) -> Paper | None:
    """Register what a county's page of an edition gave out; None while the edition has no record of that county."""
    rows = Record.objects.everything("the public page of the county gives it out")
    record = rows.filter(edition=edition, organisation__code=code).first()
    return None if record is None else register(record, name, content)

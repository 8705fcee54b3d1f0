"""A half-filled form on disk: exact, its person's own, whole or not there."""

import os
import time
from pathlib import Path

from django.conf import settings

from junheng.web.reporting import working_copy
from junheng.web.reporting.typed import Entry
from junheng.web.reporting.working_copy import WorkingCopy

TYPED = {("rooms", "", "books"): Entry("  12\t<b>&\u3000", none=True)}


def test_exactly_as_typed_and_only_ones_own() -> None:
    working_copy.save(1, 2, WorkingCopy(7, TYPED))
    assert working_copy.load(1, 2) == WorkingCopy(7, TYPED)
    assert working_copy.load(1, 3) is None
    assert working_copy.load(2, 2) is None
    working_copy.throw_away(1, 2)
    working_copy.throw_away(1, 2)
    assert working_copy.load(1, 2) is None


def test_a_damaged_one_is_none() -> None:
    working_copy.save(1, 2, WorkingCopy(None, TYPED))
    next((Path(settings.VAR) / "typing").glob("*.json")).write_text('{"version": 1, "typed": [[1]]}')
    assert working_copy.load(1, 2) is None


def test_after_a_month_it_is_swept() -> None:
    working_copy.save(1, 2, WorkingCopy(None, TYPED))
    path = next((Path(settings.VAR) / "typing").glob("*.json"))
    old = time.time() - working_copy.LASTS - 1
    os.utime(path, (old, old))
    working_copy.save(1, 3, WorkingCopy(None, TYPED))
    assert not path.exists()

"""Uploads that are hashed and kept nowhere."""

import hashlib
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

from django.test import RequestFactory

from junheng.web.verdicts.uploads import Hashed, Hashing

BIG = b"0123456789abcdef" * 200_000
"""More than Django keeps in memory."""


def test_a_large_file_leaves_its_hash_and_nothing_else() -> None:
    before = set(Path(gettempdir()).glob("*.upload*"))
    file = BytesIO(BIG)
    file.name = "报告.pdf"
    request = RequestFactory().post("/verify/", {"file": file})
    request.upload_handlers = [Hashing(request)]
    held = request.FILES["file"]
    assert isinstance(held, Hashed)
    assert held.sha256 == hashlib.sha256(BIG).hexdigest()
    assert (held.name, held.size, held.read()) == ("报告.pdf", len(BIG), b"")
    assert set(Path(gettempdir()).glob("*.upload*")) == before

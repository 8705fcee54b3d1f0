"""Files people hand in: kept outside the web root, by the SHA-256 of their content, whole or not at all.

A file is written beside, flushed to disk and renamed, so that a killed process leaves no half file under a good name;
the same content twice is one file. Nothing is ever served from here by path: views open by digest after their check.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}")


def root() -> Path:
    return Path(settings.VAR) / "store"


def path_of(sha256: str) -> Path:
    """Where the content with a digest lies. ValueError when it is no digest, so that no name can lead elsewhere."""
    if not _DIGEST.fullmatch(sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    return root() / sha256[:2] / sha256


def put(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Keep the content; returns its SHA-256 and size in bytes."""
    root().mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=root())
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        target = path_of(digest.hexdigest())
        target.parent.mkdir(exist_ok=True)
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)
    return digest.hexdigest(), size


def read(sha256: str) -> bytes:
    """The content with this digest.

    Raises:
        FileNotFoundError: nothing of it is kept.
        ValueError: what lies there is not what was put there.
    """
    content = path_of(sha256).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"damaged: {sha256}")
    return content

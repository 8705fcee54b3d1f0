"""Arrays through a pipe: the length, then a NumPy archive."""

from io import BytesIO
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

PRECISE = 1e-6
"""Relative gap at which a program counts as solved."""
HEAD = 8
"""Bytes that tell the length of what follows."""


def send(pipe: BinaryIO | Any, arrays: dict[str, NDArray[Any]]) -> None:
    """Writes arrays under their names."""
    sent = BytesIO()
    np.savez(sent, allow_pickle=False, **arrays)
    pipe.write(len(sent.getvalue()).to_bytes(HEAD, "big") + sent.getvalue())
    pipe.flush()


def received(pipe: BinaryIO | Any) -> dict[str, NDArray[Any]] | None:
    """The next arrays, or None when the other side is gone."""
    head = pipe.read(HEAD)
    if len(head) < HEAD:
        return None
    length = int.from_bytes(head, "big")
    content = pipe.read(length)
    if len(content) < length:
        return None
    with np.load(BytesIO(content)) as found:
        return dict(found)

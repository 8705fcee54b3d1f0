"""Which law a verdict was made by: a fingerprint of every policy file."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

LENGTH = 12
"""Hexadecimal digits that are shown."""


@cache
def policy_version() -> str:
    """The first digits of a SHA-256 over the built-in policy data; any change of any number changes it."""
    digest = hashlib.sha256()
    for entry in _yaml_files(files("junheng.policy") / "data"):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:LENGTH]


def _yaml_files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            found += _yaml_files(entry)
        elif entry.name.endswith(".yaml"):
            found.append(entry)
    return found

"""Where uploads wait between preview and confirmation: a folder below ``VAR/staging``, never the database.

A waiting upload is named by a token: its number and a seal (HMAC-SM3) over who may confirm it, for which submission as
it was seen, and the SHA-256 of every file. It waits for an hour at most; what is older is swept away.
"""

import hmac
import json
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from junheng.policy.text import Text
from junheng.web.kit.crypto import keyed
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.names import safe_name

LASTS = 3600
"""Seconds an upload waits."""
_NUMBER = re.compile(r"[0-9a-f]{32}")
_SEALED = ("id", "user", "submission", "revision", "way", "purpose", "files")

EXPIRED = Text(
    "这次预览已失效（超过一小时、已被使用或不属于您）。没有保存任何数据，请重新上传。",
    "This preview is no longer valid: past its hour, used, or not yours. Nothing was stored; upload again.",
)


class Given(Protocol):
    """A file as it arrives."""

    name: str | None

    def chunks(self) -> Iterable[bytes]: ...


@dataclass(frozen=True, slots=True)
class Staged:
    """A waiting upload: its folder and what was found out about it (``said``: plain JSON)."""

    folder: Path
    said: Mapping[str, Any]

    @property
    def token(self) -> str:
        return f"{self.said['id']}-{self.said['seal']}"

    def paths(self) -> list[Path]:
        """The files as they came, in their order."""
        return [self.folder / one["path"] for one in self.said["files"]]

    def marked(self, number: int) -> Path:
        """The marked copy of a file, from 1; it may not exist."""
        return self.folder / "marked" / f"{number}.xlsx"


def root() -> Path:
    return Path(settings.VAR) / "staging"


def receive(files: Iterable[Given]) -> tuple[Path, list[Path]]:
    """Write what arrives into a new folder; each file in one of its own, so that two of one name can stay."""
    sweep()
    folder = root() / secrets.token_hex(16)
    paths = []
    for number, given in enumerate(files, 1):
        path = folder / str(number) / safe_name(given.name or "")
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            file.writelines(given.chunks())
        paths.append(path)
    return folder, paths


def keep(folder: Path, said: Mapping[str, Any]) -> Staged:
    """Seal what was found out about an upload; the folder's name is its number."""
    whole = {**said, "id": folder.name}
    whole["seal"] = _seal(whole)
    draft = folder / "said.json.draft"
    draft.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    draft.replace(folder / "said.json")
    return Staged(folder, whole)


def open_staged(token: str, user: int | None) -> Staged:
    """The waiting upload of this person with a token.

    Raises:
        Refusal: there is none, not any more, it was tampered with, or it is somebody else's.
    """
    number, _dash, seal = token.partition("-")
    folder = root() / number
    if _NUMBER.fullmatch(number) and not _old(folder):
        try:
            said = json.loads((folder / "said.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            said = {}
        if said and hmac.compare_digest(seal, _seal(said)) and said["user"] == user:
            return Staged(folder, said)
    raise Refusal(EXPIRED.zh, EXPIRED.en, status=410)


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Throw away what has waited too long. Harmless while others do the same."""
    for folder in root().glob("*"):
        if _NUMBER.fullmatch(folder.name) and _old(folder):
            discard(folder)


def number_of(token: str) -> str:
    return token.partition("-")[0]


def _old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > LASTS
    except OSError:
        return False


def _seal(said: Mapping[str, Any]) -> str:
    sealed: dict[str, Any] = {name: said[name] for name in _SEALED}
    sealed["files"] = _digests(said["files"])
    return keyed("reporting.preview", json.dumps(sealed, sort_keys=True, ensure_ascii=False))


def _digests(files: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    return [[str(one["name"]), str(one["sha256"])] for one in files]

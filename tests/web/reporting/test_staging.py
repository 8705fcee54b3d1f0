"""Waiting uploads: sealed, of one person, for an hour."""

import os
import time

import pytest
from django.core.files.base import ContentFile

from junheng.web.kit.refusal import Refusal
from junheng.web.reporting import staging


def _keep(user: int = 1) -> staging.Staged:
    folder, paths = staging.receive([ContentFile(b"x", name="../../a.xlsx")])
    assert paths[0].is_relative_to(folder)
    files = [{"name": "a.xlsx", "sha256": "0" * 64, "path": "1/a.xlsx"}]
    said = {"user": user, "submission": 1, "revision": 1, "way": "upload", "purpose": "draft", "files": files}
    return staging.keep(folder, said)


def test_it_is_found_by_its_token() -> None:
    held = _keep()
    found = staging.open_staged(held.token, 1)
    assert [path.read_bytes() for path in found.paths()] == [b"x"]
    assert staging.number_of(held.token) == held.said["id"]
    staging.discard(held.folder)
    with pytest.raises(Refusal):
        staging.open_staged(held.token, 1)


@pytest.mark.parametrize("token", ["", "-", "../../etc-x", "a" * 32, "0" * 32 + "-" + "0" * 64, "é-1"])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(Refusal):
        staging.open_staged(token, 1)


def test_it_is_its_persons_alone() -> None:
    with pytest.raises(Refusal):
        staging.open_staged(_keep().token, 2)


@pytest.mark.parametrize("name", ["user", "submission", "revision", "way", "purpose"])
def test_whatever_is_changed_breaks_the_seal(name: str) -> None:
    held = _keep()
    path = held.folder / "said.json"
    path.write_text(path.read_text().replace(f'"{name}": ', f'"{name}": 9, "was": '))
    for user in (1, 9):
        with pytest.raises(Refusal):
            staging.open_staged(held.token, user)


def test_after_an_hour_it_is_gone() -> None:
    held = _keep()
    old = time.time() - staging.LASTS - 1
    os.utime(held.folder, (old, old))
    with pytest.raises(Refusal):
        staging.open_staged(held.token, 1)
    staging.sweep()
    assert not held.folder.exists()

"""The secret key is made once and is its owner's alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from junheng.web.secret import secret_key


def test_it_stays_the_same_and_private(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    key = secret_key(folder)
    assert len(key) > 50
    assert secret_key(folder) == key
    assert (folder / "secret.key").stat().st_mode & 0o077 == 0
    assert [one.name for one in folder.iterdir()] == ["secret.key"]


def test_two_sites_have_two_keys(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_many_starting_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 16))
    assert len(keys) == 1

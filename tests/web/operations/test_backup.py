"""A site is backed up and restored elsewhere: every table and every file has the same hash."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from junheng.web.operations.restore import Unusable, check_backup, restore_files
from tests.conftest import COMMAND

pytestmark = pytest.mark.exhaustive

Done = subprocess.CompletedProcess[str]


def alone(url: str = "", **more: str) -> dict[str, str]:
    """The environment of a program that uses a database of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}
    return {**kept, **({"DATABASE_URL": url} if url else {}), **more}


def junheng(*arguments: object, url: str = "", fails: bool = False) -> Done:
    command = [*COMMAND, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=alone(url))  # noqa: S603
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "site"
    command = [sys.executable, "-m", "tests.web.operations.sites", str(folder)]
    subprocess.run(command, check=True, timeout=300, env=alone())  # noqa: S603
    return folder


@pytest.fixture(scope="module")
def before(original: Path) -> dict[str, Any]:
    """The hashes of the site that was backed up."""
    return hashes(original)


@pytest.fixture
def backup(original: Path) -> Path:
    return original.parent / "backup.zip"


def hashes(folder: Path, url: str = "") -> dict[str, Any]:
    """Hashes of all tables, as the command tells them, and of all files."""
    told: dict[str, Any] = json.loads(junheng("verify", "--tables", "--json", "--site", folder, url=url).stdout)
    files = [path for name in ("store", "snapshots") for path in (folder / name).rglob("*") if path.is_file()]
    return {**told, "files": {str(path.relative_to(folder)): path.read_bytes() for path in sorted(files)}}


def test_a_restored_site_has_equal_hashes(original: Path, before: dict[str, Any], backup: Path, tmp_path: Path) -> None:
    keys = original.parent / "keys.json"
    junheng("restore", backup, "--into", tmp_path / "again", "--keys", keys)
    there = hashes(tmp_path / "again")
    assert there == before
    assert there["whole"] is True
    assert len(there["tables"]) > 20
    assert len(there["files"]) > 5
    assert (tmp_path / "again" / "keys" / "data.key").read_bytes() == (original / "keys" / "data.key").read_bytes()
    assert _snapshot_path(tmp_path / "again").startswith(str(tmp_path / "again" / "snapshots"))
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


READ = """
import sys
from pathlib import Path
from junheng.web.serve import prepare
prepare(Path(sys.argv[1]))
from junheng.web.accounts.models import User
from junheng.web.reporting.models import Round
from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import record
from junheng.web.audit.chain import verify_chain
print(Round.objects.get().snapshot_path)
print(User.objects.get(username="planner").name)
record(SYSTEM, "try", "after")
print(verify_chain().holds, User.objects.create_user("next", "x").pk > 10)
"""


def _read(folder: Path, url: str = "") -> list[str]:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", READ, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=alone(url),
        timeout=300,
    )
    return done.stdout.splitlines()


def _snapshot_path(folder: Path) -> str:
    path, name, holds = _read(folder)
    assert name == "planner"
    assert holds == "True True"
    return path


def test_a_site_moves_to_postgresql_and_back(
    original: Path, before: dict[str, Any], backup: Path, tmp_path: Path
) -> None:
    """Through a server of its own: restored there, used, backed up there, restored into SQLite again."""
    tool = Path(__file__).parents[3] / "tools" / "postgres.py"
    command = [sys.executable, str(tool), sys.executable, "-m", "tests.web.operations.moving"]
    keys = original.parent / "keys.json"
    done = subprocess.run(  # noqa: S603
        [*command, str(backup), str(keys), str(tmp_path)], capture_output=True, text=True, check=False, timeout=300,
        env=alone(),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    junheng("restore", tmp_path / "second.zip", "--into", tmp_path / "back", "--keys", keys)
    there = json.loads((tmp_path / "hashes.json").read_text())
    assert there == before["tables"]
    after = zipfile.ZipFile(tmp_path / "second.zip")
    assert hashes(tmp_path / "back")["tables"] == {
        label: held["sha256"] for label, held in json.loads(after.read("manifest.json"))["tables"].items()
    }
    assert _read(tmp_path / "back")[1] == "planner"


def test_a_folder_with_something_in_it_is_left_alone(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    done = junheng("restore", backup, "--into", tmp_path, fails=True)
    assert "不是空文件夹" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_no_backup_overwrites_another(original: Path, backup: Path) -> None:
    before = backup.read_bytes()
    junheng("backup", backup, "--site", original, fails=True)
    assert backup.read_bytes() == before


def test_personal_data_and_keys_are_not_in_the_backup(original: Path, backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        names = archive.namelist()
        users = archive.read("tables/accounts.user.jsonl").decode()
    assert not [name for name in names if "key" in name.lower().split("/")[-1]]
    assert '"planner"' in users  # the user name
    assert users.count('{"bytes"') > 10
    assert not [name for name in names if "session" in name]


def _rewritten(backup: Path, target: Path, harm: Callable[[str, bytes], bytes | None], **extra: bytes) -> Path:
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            content = harm(name, source.read(name))
            if content is not None:
                made.writestr(name, content)
        for name, content in extra.items():
            made.writestr(name, content)
    return target


def _as_it_is(_name: str, content: bytes) -> bytes:
    return content


def _change_a_row(name: str, content: bytes) -> bytes:
    return content.replace(b"planner", b"plunder") if name.startswith("tables/accounts.user.") else content


def _lose_a_file(name: str, content: bytes) -> bytes | None:
    return None if name.startswith("files/store") else content


def _other_migrations(name: str, content: bytes) -> bytes:
    return content.replace(b"audit.0001_initial", b"audit.0009_later") if name == "manifest.json" else content


def test_a_backup_that_was_only_packed_again_is_used(backup: Path, tmp_path: Path) -> None:
    """What the next tests refuse is refused for its harm."""
    assert check_backup(_rewritten(backup, tmp_path / "again.zip", _as_it_is)) == check_backup(backup)


@pytest.mark.parametrize(("harm", "named"), [(_change_a_row, "accounts.user"), (_lose_a_file, "KeyError")])
def test_a_backup_that_was_changed_is_not_used(
    backup: Path, tmp_path: Path, harm: Callable[[str, bytes], bytes | None], named: str
) -> None:
    with pytest.raises(Unusable, match=named):
        check_backup(_rewritten(backup, tmp_path / "bad.zip", harm))


def test_a_refused_backup_leaves_nothing_behind(backup: Path, tmp_path: Path) -> None:
    bad = _rewritten(backup, tmp_path / "bad.zip", _other_migrations)
    done = junheng("restore", bad, "--into", tmp_path / "again", fails=True)
    assert "备份不能使用" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.zip"]


def test_what_does_not_belong_is_refused(backup: Path, tmp_path: Path) -> None:
    bad = _rewritten(backup, tmp_path / "bad.zip", _as_it_is, **{"files/../../evil": b"x"})
    with pytest.raises(Unusable, match="evil"):
        check_backup(bad)


def test_a_name_that_leads_elsewhere_is_refused(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="safe name"):
        restore_files(backup, {"files": {"../evil": {}}}, tmp_path / "again")
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_backup_that_was_cut_off_is_refused(backup: Path, tmp_path: Path, share: float) -> None:
    content = backup.read_bytes()
    (tmp_path / "short.zip").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(Unusable):
        check_backup(tmp_path / "short.zip")


def test_the_last_backup_is_remembered(original: Path) -> None:
    assert json.loads((original / "last-backup.json").read_text())["name"] == "backup.zip"

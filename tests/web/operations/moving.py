"""Restore a backup into the server at ``DATABASE_URL``, tell the tables' hashes, back it up from there.

``python -m tests.web.operations.moving BACKUP KEYS FOLDER``
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from junheng.cli import app
from tests.conftest import COMMAND


def junheng(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def main(backup: str, keys: str, folder: Path) -> None:
    assert os.environ["DATABASE_URL"].startswith("postgres")
    site = str(folder / "site")
    subprocess.run([*COMMAND, "restore", backup, "--into", site, "--keys", keys], check=True)  # noqa: S603
    told = json.loads(junheng("verify", "--tables", "--json", "--site", site))
    assert told["whole"], told["wrong"]
    (folder / "hashes.json").write_text(json.dumps(told["tables"]))
    again = subprocess.run([*COMMAND, "restore", backup, "--into", f"{site}2"], check=False, stderr=subprocess.DEVNULL)  # noqa: S603
    assert again.returncode != 0, "a database with data was filled again"
    junheng("backup", str(folder / "second.zip"), "--site", site)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

"""``junheng restore``: a site from its backup."""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.output import refuse, say


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件 / the backup")],
    into: Annotated[Path, typer.Option(help="恢复到哪个空文件夹 / the empty folder to restore into")],
    keys: Annotated[Path | None, typer.Option(help="密钥文件 / the file of the keys")] = None,
) -> None:
    """从备份恢复站点，要么完整要么不做 / Restore a site from its backup, whole or not at all."""
    if into.exists() and any(into.iterdir()):
        refuse(f"{into} 不是空文件夹 / is not empty")
    into = into.resolve()
    into.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{into.name}.", dir=into.parent))
    try:
        _restore(file, draft, into, keys)
        if into.exists():
            into.rmdir()
        draft.rename(into)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    say(f"已恢复 / restored: {into}")
    if keys is None:
        say("没有密钥，加密的个人信息读不出 / without the keys, personal data cannot be read")


def _restore(file: Path, draft: Path, home: Path, keys: Path | None) -> None:
    from junheng.web.kit.refusal import Refusal
    from junheng.web.serve import prepare

    prepare(draft)
    from django.db import connection

    from junheng.web.operations.restore import check_backup, restore_files, restore_keys, restore_tables

    try:
        manifest = check_backup(file)
        restore_files(file, manifest, draft)
        restore_tables(file, manifest, home)
        if keys:
            restore_keys(keys, draft)
    except Refusal as refusal:
        refuse(f"{refusal.why.zh}\n{refusal.why.en}")
    finally:
        connection.close()

"""``junheng backup``: the whole site in one file."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.audit import SiteOption
from junheng.cli.output import refuse, say, steps


def backup(
    file: Annotated[Path, typer.Argument(help="写到哪个文件（.zip） / the file to write (.zip)")],
    site: SiteOption = Path("var/demo"),
    keys: Annotated[
        Path | None, typer.Option(help="另存密钥的文件，请与备份分开保管 / file for the keys; keep it elsewhere")
    ] = None,
) -> None:
    """备份整个站点：数据库、文件、快照 / Back up the site: tables, files, snapshots."""
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.operations.backup import make_backup

    try:
        with steps() as step:
            digest = make_backup(file, keys=keys, progress=step("备份 / backing up"))
    except FileExistsError as fault:
        refuse(f"已经存在 / is there already: {fault}")
    say(f"{file}\nSHA-256 {digest}")
    if keys is None:
        say(
            "密钥未备份：没有密钥，恢复后读不出加密的个人信息（--keys 文件） / "
            "the keys are not in it: without them personal data cannot be read after a restoration (--keys FILE)"
        )

"""``junheng verify``: is a site, or a backup of it, still whole."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.audit import SiteOption
from junheng.cli.options import JsonOption
from junheng.cli.output import Exit, refuse, say, say_json


def verify(
    site: SiteOption = Path("var/demo"),
    backup: Annotated[Path | None, typer.Option(help="核对一个备份文件 / check a backup instead")] = None,
    tables: Annotated[bool, typer.Option(help="另列各表的行数和 SHA-256 / list every table's SHA-256 too")] = False,
    as_json: JsonOption = False,
) -> None:
    """核对文件、快照、审计日志和数据表 / Check files, snapshots, the audit log and the tables."""
    from junheng.web.kit.refusal import Refusal
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.operations.restore import check_backup
    from junheng.web.operations.tables import digest
    from junheng.web.operations.tables import tables as all_tables
    from junheng.web.operations.verify import verify_site

    if backup:
        try:
            manifest = check_backup(backup)
        except Refusal as refusal:
            refuse(f"{refusal.why.zh}\n{refusal.why.en}")
        say(f"完好 / whole: {len(manifest['tables'])} 表 / tables, {len(manifest['files'])} 文件 / files")
        return
    wrong = verify_site()
    held = {model._meta.label_lower: digest(model)[1] for model in all_tables()} if tables else {}
    if as_json:
        say_json({"whole": not wrong, "wrong": [{"zh": one.zh, "en": one.en} for one in wrong], "tables": held})
    else:
        for one in wrong:
            say(f"{one.zh} / {one.en}")
        for name, value in held.items():
            say(f"{value}  {name}")
        if not wrong:
            say("完好 / whole")
    if wrong:
        raise typer.Exit(Exit.NOT_JUDGEABLE)

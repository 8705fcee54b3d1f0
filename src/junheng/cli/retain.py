"""``junheng retain``: delete or anonymise what is past its term."""

from pathlib import Path

import typer

from junheng.cli.audit import SiteOption
from junheng.cli.output import refuse, say


def retain(
    site: SiteOption = Path("var/demo"),
    dry: bool = typer.Option(False, "--terms", help="只列出期限 / only list the terms"),
) -> None:
    """执行数据保存期限（没有定的不删）/ Carry out the terms of retention; what is not decided is kept."""
    from junheng.web.kit.refusal import Refusal
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.operations.actions.retain import retain as carry_out
    from junheng.web.operations.retention import terms

    try:
        if dry:
            for one in terms().values():
                say(f"{one.table}: {'未定 / not decided' if one.keep is None else one.keep}")
            return
        done = carry_out(SYSTEM)
    except Refusal as refusal:
        refuse(f"{refusal.why.zh}\n{refusal.why.en}")
    for table, count in done.items():
        say(f"{table}: {count}")
    say(f"共 {sum(done.values())} 行 / rows")

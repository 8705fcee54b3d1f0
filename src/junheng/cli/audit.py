"""``junheng audit verify | export``: the chain of events, checked and taken away."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.options import JsonOption
from junheng.cli.output import Exit, refuse, say, say_json

SiteOption = Annotated[Path, typer.Option(help="站点数据文件夹 / folder of the site's data")]

audit = typer.Typer(no_args_is_help=True, help="审计日志 / the audit log")


@audit.command("verify")
def verify(
    site: SiteOption = Path("var/demo"),
    anchor: Annotated[
        Path | None, typer.Option(help="过去导出的文件，用作存证 / an earlier export, as the anchor")
    ] = None,
    file: Annotated[Path | None, typer.Option(help="核验导出的文件 / check an exported file instead")] = None,
    as_json: JsonOption = False,
) -> None:
    """核验审计日志，说出第一处断裂 / Check the chain and name the first number that does not hold."""
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.audit.actions.verify import told
    from junheng.web.audit.chain import anchor_of, verify_chain, verify_file

    try:
        known = anchor_of(anchor.read_text(encoding="utf-8").splitlines()) if anchor else None
        found = verify_file(file, known) if file else verify_chain(anchor=known)
    except (OSError, ValueError) as fault:
        refuse(f"读不了 / cannot be read: {fault}")
    if as_json:
        say_json({"holds": found.holds, "count": found.count, "digest": found.end.digest, "broken": found.broken})
    else:
        say(f"{told(found).zh}\n{told(found).en}")
    if not found.holds:
        raise typer.Exit(Exit.NOT_JUDGEABLE)


@audit.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="写到哪个文件 / the file to write")],
    site: SiteOption = Path("var/demo"),
) -> None:
    """导出全部审计日志（JSON 行），末行是存证 / Export the chain as JSON lines; the last line is the anchor."""
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.audit.actions.record import record
    from junheng.web.audit.chain import head_of_chain, lines
    from junheng.web.audit.models import Event

    record(SYSTEM, "audit.export", "audit:jsonl")
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(Event.objects.order_by("number").iterator(chunk_size=2000)))
    say(f"{out}：{head_of_chain().number} 条 / events")

"""``junheng import``: read, check, say what was found, freeze."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.options import EnglishOption, JsonOption
from junheng.cli.output import Exit, say, say_json, steps


def import_(
    paths: Annotated[list[Path], typer.Argument(help="工作簿、CSV 或文件夹 / workbooks, CSV files or folders")],
    year: Annotated[int, typer.Option(help="学年（秋季）/ school year, by its autumn")],
    into: Annotated[Path, typer.Option(help="快照文件夹 / folder of the snapshots")] = Path("var/snapshots"),
    mapping: Annotated[Path | None, typer.Option(help="其他表格的对照 YAML / mapping file for another table")] = None,
    roster: Annotated[Path | None, typer.Option(help="应报学校名册 CSV / CSV of schools that must report")] = None,
    marked: Annotated[
        Path | None, typer.Option(help="把标记过的工作簿写到此文件夹 / write marked workbooks here")
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="退回的值按未报处理并照样入库 / freeze even when values were rejected")
    ] = False,
    workers: Annotated[int, typer.Option(help="读取进程数 / reading processes")] = 2,
    json: JsonOption = False,
    en: EnglishOption = False,
) -> None:
    """读入、核对、出具回执并冻结快照 / Read and check files, give a receipt, freeze a snapshot."""
    from junheng.workflow import import_year

    with steps() as step:
        done = import_year(
            paths,
            year=year,
            into=into,
            mapping=mapping,
            roster=roster,
            marked=marked,
            keep_going=keep_going,
            workers=workers,
            step=step,
        )
    if json:
        say_json({**done.receipt.to_dict(), "snapshot": str(done.snapshot) if done.snapshot else None})
    else:
        say(done.receipt.to_text("en" if en else "zh"))
        say(_closing(done.snapshot, en))
    if done.snapshot is None:
        raise typer.Exit(Exit.BAD_INPUT)


def _closing(snapshot: Path | None, en: bool) -> str:
    if snapshot:
        return f"Snapshot: {snapshot}" if en else f"快照：{snapshot}"
    if en:
        return "No snapshot was written: mend what was rejected, or run again with --keep-going"
    return "未写快照：请改正退回的内容，或加 --keep-going 按未报处理"

"""``junheng template``: an empty workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.output import refuse, say


def template(
    kind: Annotated[str, typer.Argument(help="school | school-form | county，或任一表名 / or the id of a table")],
    out: Annotated[Path, typer.Option("--out", "-o", help="写到哪里 / where to write")],
    year: Annotated[int, typer.Option(help="学年（秋季）/ school year, by its autumn")],
) -> None:
    """生成填报模板 / Write a template made from the table contracts."""
    from junheng.facts import template_kinds, write_template

    if kind not in template_kinds():
        refuse(f"没有模板 {kind}；可选 / no template {kind}; choose {', '.join(template_kinds())}")
    out.parent.mkdir(parents=True, exist_ok=True)
    write_template(kind, out, year=year)
    say(str(out))

"""``junheng init``: a city's own site, with its schools and its first administrators."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.output import refuse, say


def init(
    site: Annotated[Path, typer.Option(help="站点数据文件夹 / folder of the site's data")],
    roster: Annotated[
        Path | None,
        typer.Option(
            help="学校名录 CSV：school_code, school_name, county_code, school_type / CSV of the schools", exists=True
        ),
    ] = None,
) -> None:
    """建立本市的正式站点；可重复执行以更新名录 / Found a city's own site; again to bring the schools up to date."""
    import polars as pl

    from junheng.web.founding import found_site
    from junheng.web.kit.refusal import Refusal

    try:
        table = pl.read_csv(roster, infer_schema=False) if roster else None
        planted, admins = found_site(site, table)
    except Refusal as refusal:
        refuse(f"{refusal.why.zh} / {refusal.why.en}")
    except pl.exceptions.PolarsError as fault:
        refuse(f"{roster} 不是 CSV 表 / is not a CSV table: {fault}")
    say("机构 / organisations: " + (", ".join(f"{name} {count}" for name, count in planted.items()) or "0"))
    for username, password in admins.items():
        say(f"{username}  {password}")
    if admins:
        say(
            "初始密码只显示这一次，首次登录须修改 / these passwords are shown once and must be changed at first sign-in"
        )

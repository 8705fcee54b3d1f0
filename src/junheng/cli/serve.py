"""``junheng serve``: the site over what was published."""

from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.output import refuse


def serve(
    site: Annotated[Path, typer.Option(help="站点数据文件夹 / folder of the site's data")] = Path("var/demo"),
    host: Annotated[str, typer.Option(help="监听地址 / address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口 / port")] = 8000,
    worker: Annotated[bool, typer.Option(help="同时办理后台任务 / do the background work too")] = True,
) -> None:
    """打开网站 / Serve the site."""
    from junheng.web.serve import serve as run
    from junheng.web.serve import site_ready

    if not site_ready(site):
        refuse(
            f"{site} 里没有站点，请先运行 junheng demo 或 junheng init / "
            f"no site in {site}: run junheng demo or junheng init"
        )
    run(site, host, port, worker=worker)

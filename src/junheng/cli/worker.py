"""``junheng worker``: the process that does a site's background work."""

from pathlib import Path
from typing import Annotated

import typer


def worker(
    site: Annotated[Path, typer.Option(help="站点数据文件夹 / folder of the site's data")] = Path("var/demo"),
    batch: Annotated[bool, typer.Option(help="做完排队的任务就退出 / leave when the queue is empty")] = False,
    parent: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """办理后台任务（随 serve 自动启动）/ Do the background work (``serve`` starts one by itself)."""
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.operations.worker import work

    work(batch=batch, parent=parent)

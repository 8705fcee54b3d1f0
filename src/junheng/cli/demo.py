"""``junheng demo``: the synthetic city, from its workbooks to its pages."""

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from junheng.cli.output import say, steps


def demo(
    into: Annotated[Path, typer.Option(help="数据文件夹 / folder of the data")] = Path("var/demo"),
    seed: Annotated[int, typer.Option(help="随机种子 / seed")] = 2023,
    scale: Annotated[float, typer.Option(help="规模，1 为全市 / 1 is the whole city")] = 1.0,
    host: Annotated[str, typer.Option(help="监听地址 / address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口 / port")] = 8000,
    serve: Annotated[bool, typer.Option(help="做完后打开网站 / serve the site when done")] = True,
) -> None:
    """生成、读入、评定并展示合成的演示城市 / Build, read, judge and serve the synthetic demo city."""
    from junheng.workflow import build_demo

    start = time.monotonic()
    with steps() as step:
        for line in build_demo(into, seed=seed, scale=scale, step=step):
            say(f"[{time.monotonic() - start:4.0f} s] {line}")
            sys.stdout.flush()
    if serve:
        become_the_server(into, host, port)


def become_the_server(site: Path, host: str, port: int) -> None:
    """Go on as ``junheng serve``: a server's workers must not be forked from a process whose engine has threads."""
    sys.stdout.flush()
    command = [sys.executable, "-m", "junheng.cli", "serve"]
    os.execv(sys.executable, [*command, "--site", str(site), "--host", host, "--port", str(port)])  # noqa: S606

"""The verbs of the command line, as the program itself describes them."""

from collections.abc import Iterator, Mapping
from typing import Any

import typer

from junheng.cli import app
from pages.markdown import code, page, section, table

EXIT_CODES = (
    (0, "已评定，或已完成 judged, or done"),
    (2, "输入有误 bad input"),
    (3, "无法评定（有未评定的区县） not judgeable"),
)


def pages() -> Mapping[str, str]:
    group: Any = typer.main.get_command(app)
    return {
        "reference/cli.md": page(
            "命令行 Command line",
            table(("退出码 Exit code", "含义 Meaning"), EXIT_CODES),
            *(_verb(name, command) for name, command in walk(group)),
        )
    }


def walk(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every verb, those below a verb after it: ``audit``, ``audit export``, ``audit verify``."""
    for name, command in sorted(group.commands.items()):
        yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from walk(command, f"{before}{name} ")


def _verb(name: str, command: Any) -> str:
    rows = [_parameter(one) for one in command.params if not one.hidden] if command.params else []
    headers = ("参数 Parameter", "说明 Help", "默认 Default", "必填 Required")
    return section(
        f"`junheng {name}` {{#{name.replace(' ', '-')}}}", command.help or "", table(headers, rows) if rows else ""
    )


def _parameter(one: Any) -> tuple[object, ...]:
    written = (
        "、".join(code(text) for text in (*one.opts, *one.secondary_opts))
        if one.param_type_name == "option"
        else code(one.name.upper())
    )
    default = None if one.required or one.default in (None, False, ()) else code(str(one.default))
    return written, getattr(one, "help", None), default, "是 yes" if one.required else None

"""Small pieces of Markdown that every page is made from; Chinese first, English second."""

import re
from collections.abc import Iterable, Sequence

from junheng.policy.text import Text

DONE_BY = "<!-- Made by `python tools/reference.py` from the data; do not edit by hand. -->"


def cell(value: object) -> str:
    """A value inside a table; empty for None."""
    if value is None:
        return ""
    text = f"{value.zh}<br>{value.en}" if isinstance(value, Text) else str(value)
    return text.replace("|", "\\|").replace("\n", " ")


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [headers, ["---"] * len(headers), *([cell(value) for value in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def code(text: str) -> str:
    return f"`{text}`"


def page(title: str, *parts: str) -> str:
    """A whole page; empty parts are left out."""
    body = "\n".join(part.strip("\n") + "\n" for part in (f"# {title}", DONE_BY, *parts) if part.strip())
    return re.sub(r"\n{3,}", "\n\n", body)


def section(title: str, *parts: str) -> str:
    return "\n\n".join((f"## {title}", *(part.strip("\n") for part in parts if part.strip()))) + "\n"


def twice(text: Text) -> str:
    """The text in both languages as two paragraphs."""
    return f"{text.zh}\n\n*{text.en}*\n"

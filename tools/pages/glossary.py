"""The glossary: the words of the field, the terms of every table, and the names the code gives them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from junheng.balance.model import STATE_TITLES
from junheng.facts.codes import code_lists
from junheng.facts.contracts import contracts
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy import Text, load_standard, standards
from pages.markdown import code, page, section, table

TERMS = Path(__file__).with_name("terms.yaml")
Row = tuple[str, str, str]


def pages() -> Mapping[str, str]:
    headers = ("中文", "English", "代码 Code")
    return {
        "reference/glossary.md": page(
            "术语表 Glossary",
            "术语以此页为准：代码、页面和文件用同一个词。 This page decides the words that code, pages and files use.",
            section("核心术语 Core terms", table(headers, _written())),
            section("状态 States", table(headers, (_row(text, state) for state, text in STATE_TITLES.items()))),
            section("指标 Indicators", table(headers, _indicators())),
            section("上报数据 Reported facts", table(headers, _facts())),
            section("代码表 Code lists", table(headers, (_row(one.title, one.id) for one in code_lists().values()))),
        )
    }


def _row(text: Text, name: str) -> Row:
    return text.zh, text.en, code(name)


def _written() -> list[Row]:
    raw = yaml.safe_load(TERMS.read_text(encoding="utf-8"))
    return [(one["zh"], one["en"], code(one["code"])) for one in raw]


def _indicators() -> Iterator[Row]:
    for id_ in standards():
        yield from (_row(one.title, one.id) for one in load_standard(id_).indicators)


def _facts() -> list[Row]:
    """Every term of the contracts once, tables first."""
    found: dict[tuple[str, str], Row] = {}
    for table_ in contracts().values():
        found[(table_.id, "")] = _row(table_.title, table_.id)
    for table_ in contracts().values():
        for field in table_.fields:
            found.setdefault((field.id, field.title.zh), _row(field.title, field.id))
    for column in UNIT_COLUMNS:
        found.setdefault((column.id, column.title.zh), _row(column.title, column.id))
    return list(found.values())

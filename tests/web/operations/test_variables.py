"""The documentation of the settings is the table, and the table is what the program reads."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from junheng.web.operations.variables import VARIABLES, Variable, page
from junheng.web.settings import base

ROOT = Path(__file__).parents[3]
QUOTED = re.compile(r'"(JUNHENG_[A-Z_]+|DATABASE_URL)"')
READ = re.compile(r"environ|flag\(|_private\(|whole\(")
NAMED = re.compile(r"JUNHENG_[A-Z_]+[A-Z]")
TABLE = {one.name for one in VARIABLES}


def lines() -> Iterator[str]:
    for path in (ROOT / "src" / "junheng").rglob("*"):
        if path.suffix in {".py", ".html", ".yaml", ".po"}:
            yield from path.read_text(encoding="utf-8").splitlines()


def test_the_page_is_the_table() -> None:
    assert (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8") == page()


def test_every_variable_that_is_read_is_in_the_table() -> None:
    assert {name for line in lines() if READ.search(line) for name in QUOTED.findall(line)} == TABLE


def test_no_name_is_used_that_is_neither_variable_nor_setting() -> None:
    named = {name for line in lines() for name in NAMED.findall(line)}
    assert len(named) > 20
    assert sorted(name for name in named - TABLE if not hasattr(base, name)) == []


def test_a_setting_that_is_looked_up_is_there() -> None:
    looked_up = re.compile(r"settings(?:\.|, \")(JUNHENG_[A-Z_]+)")
    assert sorted({name for line in lines() for name in looked_up.findall(line) if not hasattr(base, name)}) == []


@pytest.mark.parametrize("one", VARIABLES, ids=lambda one: one.name)
def test_each_is_explained_in_both_languages(one: Variable) -> None:
    assert one.means.zh
    assert one.means.en
    assert one.means.zh != one.means.en

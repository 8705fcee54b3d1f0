"""The documentation of the settings is the table, and the table is what the program reads."""

import re
from pathlib import Path

from junheng.web.operations.variables import VARIABLES, page

ROOT = Path(__file__).parents[3]
READ = re.compile(r'"(JUNHENG_[A-Z_]+|DATABASE_URL)"')
WAYS = re.compile(r"environ|flag\(|_private\(")


def test_the_page_is_the_table() -> None:
    assert (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8") == page()


def test_every_variable_that_is_read_is_in_the_table() -> None:
    lines = [
        line
        for path in (ROOT / "src" / "junheng").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if WAYS.search(line)
    ]
    read = {name for line in lines for name in READ.findall(line)}
    assert {one.name for one in VARIABLES} == read

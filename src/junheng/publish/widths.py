"""How wide the columns of a printed table are: by what stands in them."""

import re

from junheng.policy.text import Language
from junheng.publish.display import grid, heading
from junheng.publish.table import Table
from junheng.publish.workbook import width

NARROWEST, WIDEST = 5, 30
UNBREAKABLE = re.compile(r"[\x21-\x7e]+")
"""Latin letters and digits, which are not broken over lines as Chinese characters are."""


def shares(table: Table, language: Language) -> list[float]:
    """One share per column, summing to 1: wide enough for most of its words, headings wrapped."""
    rows = grid(table, language)
    wanted = []
    for at, column in enumerate(table.columns):
        texts = [row[at] for row in rows]
        longest = max((width(text) for text in texts), default=0)
        title = width(heading(column, language)) / 3
        wanted.append(max(min(longest, WIDEST), title, _whole(texts), NARROWEST) + 1)
    return [one / sum(wanted) for one in wanted]


def _whole(texts: list[str]) -> int:
    """The longest run that must stay on one line."""
    return max((len(run) for text in texts for run in UNBREAKABLE.findall(text)), default=0)

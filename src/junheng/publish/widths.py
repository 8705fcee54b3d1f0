"""How wide the columns of a printed table are: by what stands in them."""

import re

from junheng.policy.text import Language
from junheng.publish.display import grid, heading
from junheng.publish.table import Table
from junheng.publish.workbook import width

NARROWEST, WIDEST, PADDING = 4, 30, 2
UNBREAKABLE = re.compile(r"[\x21-\x7e]+")
"""Latin letters and digits, which are not broken over lines as Chinese characters are."""


def shares(table: Table, language: Language, room: int) -> list[float]:
    """One share per column, summing to 1. ``room`` is how many narrow characters fit on a line.

    No column is narrower than what must stay on one line, as far as there is room; the rest goes by what is in them.
    """
    rows = grid(table, language)
    least, wanted = [], []
    for at, column in enumerate(table.columns):
        texts = [row[at] for row in rows]
        longest = max((width(text) for text in texts), default=0)
        title = width(heading(column, language)) / 3
        least.append(max(_whole(texts), NARROWEST) + PADDING)
        wanted.append(max(min(longest, WIDEST), title, least[-1] - PADDING) + PADDING)
    excess, spare = sum(wanted) - max(room, sum(least)), sum(wanted) - sum(least)
    if excess > 0:
        wanted = [one - excess * (one - low) / spare for one, low in zip(wanted, least, strict=True)]
    return [one / sum(wanted) for one in wanted]


def _whole(texts: list[str]) -> int:
    """The longest run that must stay on one line."""
    return max((len(run) for text in texts for run in UNBREAKABLE.findall(text)), default=0)

"""Rows that are no records: totals, subtotals, remarks."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from junheng.facts.grid import Cell
from junheng.facts.readers.flatlayout import load_flat_layout

LOOKED_AT = 6
"""Columns from the left in which such a word may stand."""


def total_word(row: Sequence[Cell]) -> str | None:
    """The word that says a row is no record, or None."""
    return next((word for cell in row[:LOOKED_AT] if isinstance(cell, str) and cell and (word := _word(cell))), None)


@lru_cache(maxsize=4096)
def _word(text: str) -> str | None:
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip(":")
    return next((word for word in load_flat_layout().totals if bare == word or bare.startswith(word + ":")), None)

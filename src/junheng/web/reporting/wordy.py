"""Cells that hold words: what a code list or yes and no say, in the language of the page."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.facts.templates.cells import NO, YES
from junheng.policy.text import Text
from junheng.web.portal.words import say


@cache
def cell_words() -> Mapping[str, Text]:
    """Every word that a cell of the workbooks may be filled with, by its Chinese."""
    lists = {field.codes for rules in contracts().values() for field in rules.measures if field.codes}
    titles = (title for name in sorted(lists) for title in code_list(name).codes.values())
    return {YES: Text(YES, "Yes"), NO: Text(NO, "No"), **{title.zh: title for title in titles}}


def worded(value: Any) -> Any:
    """The word in the language of the page; anything else as it is."""
    found = cell_words().get(value) if isinstance(value, str) else None
    return value if found is None else say(found)

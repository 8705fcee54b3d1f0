"""Words of the engine, which knows codes, with the names people know."""

from junheng.policy.text import Text
from junheng.web.portal import words
from junheng.web.workbench.land import Land

SHORTEST = 6
"""Characters of a code; anything shorter is a number."""


def in_names(land: Land, text: Text) -> Text:
    """The same text with the names of areas and schools in place of their codes."""
    return words.in_names(text, land.called, shortest=SHORTEST)

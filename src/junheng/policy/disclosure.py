"""The catalogue of government disclosure (政务公开目录): what is published, on what ground, within which term.

The columns are those of the local catalogues (义务教育领域基层政务公开标准指引). Whose duty it is, and at which
level, is the city's to say: empty until it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from junheng.policy.dated import built_in
from junheng.policy.own_yaml import read_yaml
from junheng.policy.text import Text

FILE = "disclosure_catalogue"
Formed = Literal["data", "signed", "survey", "lasting"]
"""From which day the term runs: the data were locked, the verdict was signed, the survey was closed, or from none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue; ``page`` names the address that shows it, None fields are the city's to fill in."""

    id: str
    first: Text
    second: Text
    content: Text
    basis: str
    confidence: str
    page: str | None
    formed: Formed
    body: Text | None
    channel: Text
    audience: Text
    way: Text
    level: Text | None


@cache
def entries() -> tuple[Entry, ...]:
    """The lines in the order of the catalogue."""
    text = (files("junheng.policy") / "data" / f"{FILE}.yaml").read_text(encoding="utf-8")
    held = read_yaml(text)
    return tuple(_entry({**held["shared"], **one}) for one in held["entries"])


def term(day: date) -> int | None:
    """Workdays within which what was made on a day must be published; None when no law of that day says."""
    dated = built_in(FILE)["publication.term"].on(day)
    return None if dated is None or dated.value is None else int(str(dated.value))


def _entry(held: Mapping[str, Any]) -> Entry:
    said: dict[str, Any] = {name: Text(**value) if isinstance(value, dict) else value for name, value in held.items()}
    return Entry(**said)

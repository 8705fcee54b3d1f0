"""The long lists of a draft page by page: narrowed by school and teacher, the choices kept from page to page."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from junheng.web.personnel.document import Document

LISTS = ("placements", "refused", "excluded")
"""The lists of the document that have pages."""
EACH = 50


@dataclass(frozen=True, slots=True)
class Leafing:
    """The choices of the form and the pages, by the names of the address."""

    school: str = ""
    q: str = ""
    placements: str = ""
    refused: str = ""
    excluded: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Leafing":
        """What an address says."""
        return cls(**{name: said[name].strip() for name in cls.__dataclass_fields__ if name in said})

    @property
    def narrows(self) -> bool:
        return bool(self.school or self.q)

    def query(self, **changes: str) -> str:
        """The query string that asks for the same with some changes."""
        return urlencode({name: one for name, one in {**asdict(self), **changes}.items() if one})


def narrowed(found: Document, asked: Leafing, codes: frozenset[str] | None) -> Document:
    """The document with the lists of what is asked for; ``codes``: teachers that the search found, if any."""

    def wanted(one: Mapping[str, Any]) -> bool:
        return (not asked.school or asked.school in _schools(one)) and (codes is None or one["teacher_id"] in codes)

    if not asked.narrows:
        return found
    return {**found, **{name: [one for one in found[name] if wanted(one)] for name in LISTS}}


def _schools(one: Mapping[str, Any]) -> set[str]:
    """Every school that a row speaks of."""
    held = {one[name] for name in ("from_school", "to_school", "placed_at", "school") if name in one}
    return held | {wish["school"] for wish in one.get("wishes", ())}


def leaves(found: Document, asked: Leafing) -> dict[str, Page[Any]]:
    """The asked page of each list."""
    return {name: Paginator(found[name], EACH).get_page(getattr(asked, name)) for name in LISTS}


def codes_on(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Whom some rows are about."""
    return list(dict.fromkeys(one["teacher_id"] for one in rows))

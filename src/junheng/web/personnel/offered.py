"""The schools a teacher may wish for: those of the round that have the teacher's section."""

from collections.abc import Mapping
from dataclasses import dataclass

from junheng.teachers import read, tables
from junheng.teachers.columns import plain, spellings
from junheng.web.personnel.frozen import held
from junheng.web.personnel.models import RotationRound, Teacher


@dataclass(frozen=True, slots=True)
class Offer:
    """Codes of ``every`` school of the round, and those ``fitting`` the teacher, each with its name in the table."""

    every: frozenset[str]
    fitting: Mapping[str, str]


def sections_of(of: RotationRound) -> Mapping[str, Mapping[str, str]]:
    """School -> its sections, each with the name of the school."""
    if not of.imported:
        return {}
    table = read(held(of.tables["schools"]["sha256"]), tables()["schools"])
    found: dict[str, dict[str, str]] = {}
    rows = zip(table.frame["school_code"], table.frame["section"], table.column("school_name"), strict=True)
    for code, section, name in rows:
        found.setdefault(code, {})[section] = name or code
    return found


def offer(teacher: Teacher) -> Offer:
    """What the teacher may wish for; a teacher without a section has that of the only one of the school."""
    sections = sections_of(teacher.round)
    mine = sections.get(teacher.organisation.code, {})
    section = _section(teacher) or next(iter(mine), "")
    fitting = {
        code: names[section]
        for code, names in sections.items()
        if section in names and code != teacher.organisation.code
    }
    return Offer(frozenset(sections), fitting)


def _section(teacher: Teacher) -> str:
    return spellings("section").get(plain(teacher.facts.get("section", "")), "")

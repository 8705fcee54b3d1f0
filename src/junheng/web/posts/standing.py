"""How every school of a county stands: what it needs and by which rule, has, fills and lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.facts.codes import code_list
from junheng.policy.establishment_norms import EstablishmentNorms
from junheng.policy.text import Text
from junheng.teachers.establishment import posts_of
from junheng.web.posts.facts import SECTIONS, Reported
from junheng.web.posts.ledger import Ledger


@dataclass(frozen=True, slots=True)
class School:
    """One school. Numbers are None where nobody reported them.

    ``how`` says the arithmetic of ``need``; ``staff`` are those on posts by the ledger, else, with ``counted`` False,
    all staff that was reported; ``lacking`` is need less posts, ``vacant`` posts less staff.
    """

    code: str
    name: str
    zone: Text | None
    small: bool
    sections: tuple[str, ...]
    pupils: int
    classes: int | None
    need: int
    how: Text
    by_classes: bool
    posts: int | None
    staff: int | None
    counted: bool

    @property
    def lacking(self) -> int | None:
        return None if self.posts is None else self.need - self.posts

    @property
    def vacant(self) -> int | None:
        return None if self.posts is None or self.staff is None else self.posts - self.staff


@dataclass(frozen=True, slots=True)
class Totals:
    """Of the whole county; posts, staff and what is lacking are None unless every school says so."""

    schools: int
    need: int
    posts: int | None
    staff: int | None
    short: int | None
    over: int | None
    unknown: int


def schools_of(held: Reported, norms: EstablishmentNorms, ledger: Ledger | None) -> list[School]:
    """Every public school with pupils, by code."""
    if not held.sections.frame.height:
        return []
    by_school: dict[str, list[dict[str, Any]]] = {}
    for row in posts_of(held.sections, norms).to_dicts():
        by_school.setdefault(row["school_code"], []).append(row)
    return [_school(held, code, rows, norms, ledger) for code, rows in by_school.items()]


def _school(
    held: Reported, code: str, rows: Sequence[Mapping[str, Any]], norms: EstablishmentNorms, ledger: Ledger | None
) -> School:
    facts = held.schools[code]
    account = ledger.accounts.get(code) if ledger else None
    counted = account is not None and account.staff is not None
    classes = [row["classes"] for row in rows]
    zone = facts["urban_rural"]
    total: Any = facts["staff_total"]
    return School(
        code=code,
        name=str(facts["school_name"]),
        zone=code_list("urban_rural").codes.get(str(zone)) if zone else None,
        small=bool(facts["small_rural"]),
        sections=tuple(row["section"] for row in rows),
        pupils=sum(row["pupils"] for row in rows),
        classes=None if None in classes else sum(classes),
        need=sum(row["need"] for row in rows),
        how=_joined([_how(row, norms) for row in rows]),
        by_classes=any(row["by"] == "classes" for row in rows),
        posts=account.posts if account else None,
        staff=account.staff if account and counted else total,
        counted=counted,
    )


def _how(row: Mapping[str, Any], norms: EstablishmentNorms) -> Text:
    """The arithmetic of a section."""
    title = SECTIONS[row["section"]]
    if row["by"] == "classes":
        said = f"⌈{row['classes']}×{norms.per_class:g}⌉＝{row['need']}"
        return Text(f"{title.zh}按班 {said}", f"{title.en}, by classes {said}")
    said = f"⌈{row['pupils']:,}÷{norms.ratio[row['section']]:g}⌉＝{row['need']}"
    return Text(f"{title.zh} {said}", f"{title.en} {said}")


def _joined(said: Sequence[Text]) -> Text:
    return Text("；".join(one.zh for one in said), "; ".join(one.en for one in said))


def totals_of(schools: Iterable[School]) -> Totals:
    """The county."""
    rows = list(schools)
    lacking = [one.lacking for one in rows]
    known = [one for one in lacking if one is not None]
    whole = len(known) == len(rows) and bool(rows)
    return Totals(
        len(rows),
        sum(one.need for one in rows),
        _sum([one.posts for one in rows]),
        _sum([one.staff for one in rows]),
        sum(max(one, 0) for one in known) if whole else None,
        sum(max(-one, 0) for one in known) if whole else None,
        len(rows) - len(known),
    )


def _sum(values: Sequence[int | None]) -> int | None:
    known = [one for one in values if one is not None]
    return sum(known) if values and len(known) == len(values) else None

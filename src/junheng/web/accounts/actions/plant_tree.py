"""Plant the tree of organisations from a table: city, counties and zones, schools, campuses. Harmless to repeat."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from django.db import transaction

from junheng.facts import code_list
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.tree import check_code, check_place, city_code, clean_name, known_type, settle_below
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal

Rows = pl.DataFrame | Iterable[Mapping[str, Any]]


@dataclass
class Planted:
    """What changed, by code."""

    created: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        return {name: len(codes) for name, codes in vars(self).items() if codes}


def plant_tree(actor: Actor, rows: Rows, *, close_missing: bool = False) -> Planted:
    """Create and update organisations so that the tree says what the table says.

    ``rows`` is a table or mappings with ``county_code`` and, for a school, ``school_code``, ``school_name``,
    ``school_type``; a campus or teaching point also names its school in ``parent_code``. A row without school code
    plants its county alone. Codes are kept for ever: another name renames, another county moves with everything
    below, a closed one that is there again is reopened. ``close_missing`` closes schools and campuses that the table
    no longer has, in the counties it names.

    Raises:
        NotAllowed: the actor does not manage organisations.
        Refusal: a code, a type or a place in the tree is wrong; nothing was planted.
    """
    require(actor, "account.manage")
    wanted = _wanted(rows)
    with transaction.atomic():
        planting = _Planting()
        for one in wanted:
            planting.plant(one)
        if close_missing:
            planting.close_others({one.code for one in wanted})
        if done := planting.done.counts():
            record(actor, "organisation.plant", "organisations", path=planting.city.path, after=done)
    return planting.done


@dataclass(frozen=True)
class _Row:
    kind: Kind
    code: str
    name: str
    parent: str
    school_type: str = ""
    name_en: str = ""


def _wanted(rows: Rows) -> list[_Row]:
    """The organisations a table speaks of, parents first."""
    given = rows.iter_rows(named=True) if isinstance(rows, pl.DataFrame) else rows
    lines = [{name: str(value or "").strip() for name, value in row.items()} for row in given]
    counties = [_county(code) for code in dict.fromkeys(row.get("county_code", "") for row in lines) if code]
    places = [_place(row) for row in lines if row.get("school_code")]
    return [*counties, *sorted(places, key=lambda one: one.kind != Kind.SCHOOL)]


def _county(code: str) -> _Row:
    check_code(Kind.COUNTY, code)
    title = code_list("managing_bodies").codes[code]
    return _Row(Kind.COUNTY, code, title.zh, city_code(), name_en=title.en)


def _place(row: Mapping[str, str]) -> _Row:
    above = row.get("parent_code", "")
    kind = Kind.CAMPUS if above else Kind.SCHOOL
    check_code(kind, row["school_code"])
    name = clean_name(row.get("school_name", ""))
    return _Row(
        kind, row["school_code"], name, above or row.get("county_code", ""), known_type(row.get("school_type", ""))
    )


class _Planting:
    """The tree while it is planted, by code."""

    def __init__(self) -> None:
        whole = Organisation.objects.everything("the table speaks of the whole tree").select_for_update()
        self.known = {one.code: one for one in whole}
        self.done = Planted()
        self.city = self.known.get(city_code()) or self._create(_city())

    def plant(self, row: _Row) -> None:
        parent = self.known.get(row.parent)
        held = self.known.get(row.code)
        if held is not None and held.kind != row.kind:
            raise Refusal(
                f"代码{row.code}已属于另一类机构。",
                f"{row.code} already names another kind of organisation.",
                status=422,
            )
        if parent is not None and not parent.active:
            self._reopen(parent)
        check_place(row.kind, parent)
        if held is None:
            self._create(row)
        else:
            self._update(held, row)

    def close_others(self, wanted: set[str]) -> None:
        counties = [one.path for one in self.known.values() if one.code in wanted and one.kind == Kind.COUNTY]
        for one in self.known.values():
            places = one.kind in {Kind.SCHOOL, Kind.CAMPUS} and any(one.path.startswith(path) for path in counties)
            if places and one.active and one.code not in wanted:
                one.active = False
                one.save(update_fields=["active"])
                self.done.closed.append(one.code)

    def _create(self, row: _Row) -> Organisation:
        made = Organisation.objects.create(
            kind=row.kind,
            code=row.code,
            name=row.name,
            name_en=row.name_en,
            school_type=row.school_type,
            parent=self.known.get(row.parent),
        )
        self.known[row.code] = made
        self.done.created.append(row.code)
        return made

    def _update(self, held: Organisation, row: _Row) -> None:
        if not held.active:
            self._reopen(held)
        before = (held.name, held.school_type)
        held.name, held.school_type = row.name, row.school_type or held.school_type
        if (held.name, held.school_type) != before:
            held.save()
            self.done.renamed.append(held.code)
        if held.parent_id != self.known[row.parent].pk:
            self._move(held, self.known[row.parent])

    def _move(self, held: Organisation, parent: Organisation) -> None:
        before = held.path
        held.parent = parent
        held.save()
        settle_below(before, held.path)
        for one in self.known.values():
            if one is not held and one.path.startswith(before):
                one.path = held.path + one.path.removeprefix(before)
                one.parent = self.known[one.path.split("/")[-3]]
        self.done.moved.append(held.code)

    def _reopen(self, held: Organisation) -> None:
        held.active = True
        held.save(update_fields=["active"])
        self.done.reopened.append(held.code)


def _city() -> _Row:
    title = code_list("divisions").codes[city_code()]
    return _Row(Kind.CITY, city_code(), title.zh, "", name_en=title.en)

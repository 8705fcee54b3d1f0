"""Whether what was read belongs to the unit that hands it in."""

import re
from collections.abc import Iterator, Mapping

import polars as pl

from junheng.facts import Facts
from junheng.facts.contracts import ORDER, contract
from junheng.facts.findings import Finding, Outcome, Place
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.reporting.saying import Said

_CELL = re.compile(r"([A-Z]+)(\d+)")


def foreign(facts: Facts, own: Organisation) -> list[Finding]:
    """What does not belong to the organisation: other units' data, tables of another level, another county's code."""
    places = places_of(facts)
    mine = {table for table in ORDER if level_of(table) == own.kind}
    given = {table: codes_in(facts, table) for table in ORDER}
    found = [_other(code, places, own) for code in _others({table: given[table] for table in mine}, own)]
    found += [_wrong_level(table, facts) for table in ORDER if table not in mine and given[table]]
    if not any(own.code in given[table] for table in mine):
        found.append(Said("no_own_data", Outcome.REJECTED, Place(""), _own(own)))
    return [*found, *_county(facts, own, places)]


def level_of(table: str) -> str:
    """The kind of organisation that reports a table."""
    return Kind.COUNTY if contract(table).level == "county" else Kind.SCHOOL


def codes_in(facts: Facts, table: str) -> frozenset[str]:
    return frozenset(facts[table].get_column(contract(table).key[0]).drop_nulls().to_list())


def places_of(facts: Facts) -> Mapping[str, Place]:
    """The first cell that is known of each unit."""
    cells = pl.concat([facts.marks, facts.cells]).unique("code", keep="first", maintain_order=True)
    return {code: place_at(*where) for code, *where in cells.select("code", "file", "sheet", "cell").iter_rows()}


def place_at(file: str, sheet: str, address: str) -> Place:
    """``B7`` of a sheet as a place; an address that is none is left out."""
    found = _CELL.fullmatch(address)
    if found is None:
        return Place(file, sheet or None)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return Place(file, sheet or None, int(found[2]), column)


def _others(given: Mapping[str, frozenset[str]], own: Organisation) -> list[str]:
    return sorted(frozenset().union(*given.values()) - {own.code})


def _own(own: Organisation) -> dict[str, str]:
    return {"own": own.code, "own_name": own.name}


def _other(code: str, places: Mapping[str, Place], own: Organisation) -> Finding:
    return Said("other_school", Outcome.REJECTED, places.get(code, Place("")), {"code": code, **_own(own)})


def _wrong_level(table: str, facts: Facts) -> Finding:
    title = contract(table).title
    rows = facts.cells.filter(pl.col("table") == table).select("file", "sheet").head(1).rows()
    place = Place(rows[0][0], rows[0][1] or None) if rows else Place("")
    return Said("wrong_level", Outcome.REJECTED, place, {"table": title.zh, "table_en": title.en})


def _county(facts: Facts, own: Organisation, places: Mapping[str, Place]) -> Iterator[Finding]:
    if own.kind != Kind.SCHOOL or own.parent is None:
        return
    said = facts["schools"].filter(pl.col("school_code") == own.code)["county_code"].drop_nulls().to_list()
    for code in said:
        if code != own.parent.code:
            values = {"code": code, "own": own.parent.code}
            yield Said("other_county", Outcome.REJECTED, places.get(own.code, Place("")), values)

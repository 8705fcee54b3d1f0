"""The tables of a round as handed in: checked whole, persons parted from what the engine may know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from junheng.facts.findings import Place
from junheng.policy.text import Text
from junheng.seats.places import haversine
from junheng.teachers import Fault, Read, UnfitTablesError, read, tables
from junheng.teachers.columns import headed, plain, spellings
from junheng.teachers.reading import LINE
from junheng.teachers.rotation import inputs_of
from junheng.teachers.rotation.standing import NO_REASON
from junheng.web.personnel.faults import SiteFault, placed
from junheng.web.personnel.ground import rules_of
from junheng.web.personnel.identity import check_digit_is_right, is_citizen_number, plain_number
from junheng.web.personnel.models import CODE, RotationRound
from junheng.web.personnel.sheets import Sheet, Sheets, read_sheets

PRIVATE: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "name", "teacher_name", "full_name", "教师姓名"),
    "identity": ("身份证件号", "identity_number", "identity", "id_card", "身份证号", "身份证号码", "证件号码"),
}
"""Columns that are encrypted and never reach the engine, and how they may be headed: Chinese first, then English."""
NO_WORDS = Text("没有写原因", "no reason given")
SHORTEST = 2
"""Characters of a name that is looked for in other cells: one alone is a syllable."""


@dataclass(frozen=True, slots=True)
class Person:
    """A teacher's row: ``facts`` by column id as text; ``reason`` is empty without an exclusion."""

    code: str
    school: str
    facts: Mapping[str, str]
    name: str
    identity: str
    reason: str
    wishes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What may be stored: everybody, and the other tables as text; ``wishes``: whether any column holds wishes."""

    people: tuple[Person, ...]
    others: Mapping[str, pl.DataFrame]
    wishes: bool
    ignored: Mapping[str, tuple[str, ...]]


def taken(files: Iterable[tuple[str, bytes]], of: RotationRound, schools: Sequence[str]) -> Taken:
    """The tables of some files for a round; ``schools`` are the codes listed of the county.

    Raises:
        UnfitTablesError: with every fault of every file.
    """
    sheets = read_sheets(files)
    hidden = Hidden(sheets.found.get("teachers"))
    reads = {
        name: read(hidden.text if name == "teachers" else one.text, tables()[name])
        for name, one in sheets.found.items()
    }
    faults = [*sheets.faults, *_engine(sheets, reads, of), *hidden.faults()]
    faults += foreign(sheets, reads, of.organisation.code, schools)
    if faults:
        raise UnfitTablesError(faults)
    ignored = {name: tuple(one for one in held.ignored if one not in hidden.headers) for name, held in reads.items()}
    others = {name: one.text for name, one in sheets.found.items() if name != "teachers"}
    wishes = bool(reads["teachers"].many("wish"))
    return Taken(tuple(hidden.people()), others, wishes, {name: one for name, one in ignored.items() if one})


def _engine(sheets: Sheets, reads: Mapping[str, Read], of: RotationRound) -> Iterator[Fault]:
    """What the engine says, at the places of the files."""
    try:
        inputs_of(reads, rules_of(of), of.day, haversine)
    except UnfitTablesError as error:
        files = {f"{name}.csv": one for name, one in sheets.found.items()}
        for fault in error.faults:
            sheet = files.get(fault.place.file)
            yield fault if sheet is None else placed(fault, sheet.file, sheet.sheet)


def foreign(sheets: Sheets, reads: Mapping[str, Read], mine: str, listed: Sequence[str]) -> Iterator[Fault]:
    """Schools of another county than ``mine``, and schools that are not ``listed``."""
    if "schools" not in reads:
        return
    known, held, sheet = set(listed), reads["schools"], sheets.found["schools"]
    if not (held.has("school_code") and held.has("county_code")):
        return
    header = {one: held.headers[one][0] for one in ("school_code", "county_code")}
    for line, school, county in held.frame.select(LINE, "school_code", "county_code").drop_nulls().iter_rows():
        if county != mine:
            values = {"school": school, "county": county, "mine": mine}
            yield SiteFault("other_county", sheet.place(line, header["county_code"]), values)
        elif school not in known:
            yield SiteFault("school_not_listed", sheet.place(line, header["school_code"]), {"school": school})


def _nowhere(row: int | None = None, header: str | None = None) -> Place:
    return Place("", row=row, header=header)


class Hidden:
    """A table of persons with names and numbers taken out of ``text``, and kept beside it."""

    def __init__(self, sheet: Sheet | None) -> None:
        self.sheet = sheet
        self.place = _nowhere if sheet is None else sheet.place
        text = pl.DataFrame() if sheet is None else sheet.text
        written = {plain(one): one for one in text.columns if one != LINE}
        self.named = {
            kind: next((written[plain(one)] for one in names if plain(one) in written), None)
            for kind, names in PRIVATE.items()
        }
        self.headers = {one for one in self.named.values() if one is not None}
        self.text = text.with_columns(pl.lit("").alias(one) for one in self.headers)
        self.columns = (
            {} if sheet is None else headed(tables()[sheet.table], [one for one in text.columns if one != LINE])
        )

    def rows(self) -> Iterator[tuple[dict[str, str], str, str]]:
        """Each row as in the file, with name and identity number."""
        for row in [] if self.sheet is None else self.sheet.text.iter_rows(named=True):
            name, identity = (row[one] if one else "" for one in (self.named["name"], self.named["identity"]))
            yield row, name, plain_number(identity)

    def faults(self) -> Iterator[Fault]:
        seen: dict[str, int] = {}
        code = next((header for header, (one, _) in self.columns.items() if one.id == "teacher_id"), None)
        for row, name, identity in self.rows():
            line = int(row[LINE])
            yield from self._code(line, code, row)
            yield from self._identity(line, identity, seen)
            for header in self.text.columns:
                other = header != LINE and header not in self.headers
                if other and (
                    (len(name) >= SHORTEST and name in row[header]) or (identity and identity in row[header])
                ):
                    yield self._fault("name_elsewhere", line, header)

    def _code(self, line: int, header: str | None, row: Mapping[str, str]) -> Iterator[Fault]:
        if header is None:
            return
        if is_citizen_number(row[header]):
            yield self._fault("code_is_identity", line, header)
        elif len(row[header]) > CODE:
            yield self._fault("code_too_long", line, header, most=CODE)

    def _identity(self, line: int, identity: str, seen: dict[str, int]) -> Iterator[Fault]:
        header = self.named["identity"]
        if not identity:
            return
        if is_citizen_number(identity) and not check_digit_is_right(identity):
            yield self._fault("identity_wrong", line, header)
        if seen.setdefault(identity, line) != line:
            yield self._fault("identity_twice", line, header, other=seen[identity])

    def _fault(self, code: str, line: int, header: str | None, **values: object) -> Fault:
        return SiteFault(code, self.place(line, header), values)

    def people(self) -> Iterator[Person]:
        for row, name, identity in self.rows():
            cells = {header: (column.id, row[header]) for header, (column, _) in self.columns.items()}
            said = {id_: value for id_, value in cells.values() if id_ != "wish" and value}
            wishes = tuple(dict.fromkeys(value for id_, value in cells.values() if id_ == "wish" and value))
            code, school = said.pop("teacher_id"), said.pop("school_code")
            yield Person(code, school, said, name, identity, _reason(said.pop("exclusion", "")), wishes)


def _reason(said: str) -> str:
    """The reason of an exclusion as written; a mere yes says that there is one."""
    if not said or plain(said) in NO_REASON:
        return ""
    return f"{NO_WORDS.zh} {NO_WORDS.en}" if spellings("bool").get(plain(said)) == "1" else said

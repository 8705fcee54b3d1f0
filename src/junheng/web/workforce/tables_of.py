"""The tables of a study: which there are, handed in or taken from a rotation, and opened again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from junheng.policy.messages import Message, catalogue
from junheng.teachers import Fault, Read, UnfitTablesError, read, tables
from junheng.teachers.reading import LINE
from junheng.web.personnel.faults import SiteFault, placed
from junheng.web.personnel.frozen import held
from junheng.web.personnel.ground import texts_of
from junheng.web.personnel.importing import Hidden, foreign
from junheng.web.personnel.models import RotationRound
from junheng.web.personnel.sheets import Sheet, Sheets, read_sheets
from junheng.web.workforce.fitting import fit
from junheng.web.workforce.models import StudyKind, WorkforceStudy

TABLES: Mapping[str, tuple[str, ...]] = {
    StudyKind.ITINERANT: ("schools", "teachers", "distances", "coordinates"),
    StudyKind.PAY: ("pools", "pay", "wages"),
    StudyKind.TALENT: ("programmes", "trainings", "rural"),
}
PERSONS: Mapping[str, str] = {StudyKind.ITINERANT: "teachers", StudyKind.PAY: "pay"}
"""The table of persons of a kind."""
TAUGHT = ("teacher_id", "school_code", "section", "subject", "backbone", "principal")
"""Columns of a rotation's teachers that sharing needs."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Tables as text by id; ``people`` the cells of persons by column id with their names; ``ignored`` headers."""

    texts: Mapping[str, pl.DataFrame]
    people: Sequence[tuple[Mapping[str, str], str]]
    ignored: tuple[str, ...]


def handed(
    files: Iterable[tuple[str, bytes]], of: WorkforceStudy, schools: Sequence[str], counties: Sequence[str]
) -> Handed:
    """The tables in some files.

    Args:
        files: name and content.
        of: the study they are for.
        schools, counties: codes that its organisation has.

    Raises:
        UnfitTablesError: with every fault of every file.
    """
    sheets = read_sheets(files, TABLES[of.kind])
    hidden = Hidden(sheets.found.get(PERSONS.get(of.kind, "")))
    reads = {
        name: read(hidden.text if sheet is hidden.sheet else sheet.text, tables()[name])
        for name, sheet in sheets.found.items()
    }
    faults = [*sheets.faults, *_between(sheets, of, reads), *hidden.faults()]
    if of.kind == StudyKind.ITINERANT:
        faults += foreign(sheets, reads, of.organisation.code, schools)
    else:
        for name, sheet in sheets.found.items():
            faults += _strange(sheet, reads[name], set(schools), set(counties))
    if faults:
        raise UnfitTablesError(faults)
    texts = {name: _kept(sheet.text, name, hidden) for name, sheet in sheets.found.items()}
    people = list(_people(hidden)) if of.kind == StudyKind.PAY else []
    ignored = (one for r in reads.values() for one in r.ignored if one not in hidden.headers)
    return Handed(texts, people, tuple(dict.fromkeys(ignored)))


def _people(hidden: Hidden) -> Iterator[tuple[Mapping[str, str], str]]:
    for row, name, _ in hidden.rows():
        yield {column.id: row[header] for header, (column, _tail) in hidden.columns.items()}, name


def _between(sheets: Sheets, of: WorkforceStudy, reads: Mapping[str, Read]) -> Iterator[Fault]:
    """What the engine says of the tables together, at the places of the files."""
    files = {f"{name}.csv": one for name, one in sheets.found.items()}
    try:
        fit(of, reads)
    except UnfitTablesError as error:
        for fault in error.faults:
            sheet = files.get(fault.place.file)
            yield fault if sheet is None else placed(fault, sheet.file, sheet.sheet)


def _kept(text: pl.DataFrame, table: str, hidden: Hidden) -> pl.DataFrame:
    """The table without names; of teachers only what sharing needs."""
    if table != PERSONS[StudyKind.ITINERANT]:
        return text.drop(one for one in hidden.headers if one in text.columns)
    return text.select(LINE, *(header for header, (column, _) in hidden.columns.items() if column.id in TAUGHT))


def _strange(sheet: Sheet, table: Read, schools: set[str], counties: set[str]) -> Iterator[Fault]:
    """Schools and counties that nobody has listed below the organisation."""
    for column, known, code in (("school_code", schools, "school_not_listed"), ("county_code", counties, "no_county")):
        if not table.has(column):
            continue
        for line, value in table.frame.select(LINE, column).drop_nulls().iter_rows():
            if value not in known:
                place = sheet.place(line, table.headers[column][0])
                fault = SiteFault if column == "school_code" else StudyFault
                yield fault(code, place, {"school": value, "county": value})


@dataclass(frozen=True, slots=True)
class StudyFault(Fault):
    """One thing wrong that only a study knows; ``code`` names a line of this part's ``messages.yaml``."""

    @property
    def message(self) -> Message:
        return catalogue("junheng.web.workforce")[self.code]


def from_rotation(of: RotationRound) -> dict[str, pl.DataFrame]:
    """The schools and teachers of a rotation as sharing needs them: codes, never names, wishes or exclusions."""
    texts = texts_of(of)
    teachers = texts["teachers"]
    kept = [one for one in teachers.columns if one in TAUGHT]
    return {**{name: one for name, one in texts.items() if name != "teachers"}, "teachers": teachers.select(kept)}


def opened(of: WorkforceStudy) -> dict[str, Read]:
    """The tables of a study that are in the store, typed."""
    return {name: read(held(one["sha256"]), tables()[name]) for name, one in of.tables.items() if "sha256" in one}

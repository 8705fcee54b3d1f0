"""Take in the workbooks of many schools at once: one pass of reading, one version for each school, whole or not at all.

A file may be about one school or about a whole county; a school gets every file that speaks of it. Bringing the same
files again changes nothing: content that a school's current version has already is that version. Units are written in
batches, each in one transaction; a process killed between two of them is simply started again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
from django.http import Http404

from junheng.facts import Facts, accept, read_files, response_board
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.intake import expand
from junheng.facts.receipt import SourceFile
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind
from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.kit import store
from junheng.web.reporting import queries
from junheng.web.reporting.bulk import NEW, SAME, Taking, write_batch
from junheng.web.reporting.models import Round, Submission
from junheng.web.reporting.saying import Said
from junheng.web.reporting.sorting import Sorted, Unit, sort_out
from junheng.web.reporting.timing import ensure_open
from junheng.web.reporting.years import other_years

Progress = Callable[[str, int, int], None]
"""Told the step, the pieces done and the pieces in all."""

READING, STORING, WRITING = "读取 / reading", "保存文件 / storing files", "写入 / writing"
BATCH, THREADS = 200, 8
UNKNOWN = Text("不在您可以代报的名单中", "not among those you may report for")


@dataclass(frozen=True, slots=True)
class FileFate:
    """What became of one file: how many units took it, had it already, and why others did not."""

    name: str
    kind: str
    taken: int
    same: int
    refused: tuple[tuple[str, Text], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """``taken`` units have a new version, ``same`` had it already, ``refused`` got nothing."""

    files: tuple[FileFate, ...]
    taken: int
    same: int
    refused: int


def import_many(
    actor: Actor,
    round_id: int,
    paths: Sequence[Path],
    progress: Progress = lambda _step, _done, _total: None,
    *,
    submit: bool = False,
    keep_going: bool = False,
    workers: int = 2,
) -> Imported:
    """Read files and folders for a round and give each unit its version.

    ``submit`` also hands it over for review. ``keep_going`` takes files in which values were rejected: those values
    count as not reported and the receipt says so.

    Raises:
        Http404: no such round. Refusal: it takes nothing now.
    """
    held = Round.objects.filter(pk=round_id).first()
    if held is None:
        raise Http404
    ensure_open(held)
    sources = list(expand(paths))
    intake = read_files(sources, year=held.year, workers=workers, progress=partial(progress, READING))
    checked = accept(intake.facts)
    rows = on_board(actor, held)
    more = [
        *checked.findings,
        *other_years(zip((one.name for one in intake.receipt.files), sources, strict=True), held.year),
        *_other_counties(intake.facts, rows),
    ]
    found = sort_out(intake.facts, intake.receipt.with_findings(more))
    fates = {code: _why_not(unit, rows.get(code), keep_going=keep_going) for code, unit in found.units.items()}
    chosen = [found.units[code] for code, why in fates.items() if why is None]
    _store(chosen, dict(zip((one.name for one in intake.receipt.files), sources, strict=True)), progress)
    takings = _takings(chosen, rows, checked.facts)
    fates |= _write(actor, held, takings, progress, submit=submit)
    return _told(intake.receipt.files, found, fates)


def on_board(actor: Actor, held: Round) -> dict[str, Submission]:
    """Code -> the submission of a unit that this person may report for."""
    if actor == SYSTEM:
        rows = Submission.objects.everything("the program works on the whole city")
    else:
        rows = queries.submissions(actor, "report.fill") | queries.submissions(actor, "round.manage")
    return {one.organisation.code: one for one in rows.filter(round=held).select_related("organisation")}


def _why_not(unit: Unit, row: Submission | None, *, keep_going: bool) -> Text | None:
    if row is None:
        return UNKNOWN
    if unit.rejected and not keep_going:
        number = len(unit.rejected)
        return Text(f"有{number}处退回，须改正后再报", f"{number} rejected: to be mended first")
    return None


def _other_counties(facts: Facts, rows: Mapping[str, Submission]) -> Iterator[Finding]:
    """Schools whose workbook puts them into another county than the site does."""
    files = dict(facts.cells.unique("code", keep="first").select("code", "file").iter_rows())
    said = facts["schools"].select("school_code", "county_code").drop_nulls()
    for code, county in said.iter_rows():
        if code in rows and f"/{county}/" not in rows[code].organisation.path:
            own = rows[code].organisation.path.split("/")[1]
            yield Said("other_county", Outcome.REJECTED, Place(files.get(code, "")), {"code": county, "own": own})


def _store(units: Sequence[Unit], paths: Mapping[str, Path], progress: Progress) -> None:
    """Keep every file once that some unit takes; the disk is waited for by several threads."""
    wanted = {one.sha256: paths[one.name] for unit in units for one in unit.files}
    missing = [path for sha256, path in wanted.items() if not store.path_of(sha256).exists()]
    with ThreadPoolExecutor(THREADS) as pool:
        for done, _ in enumerate(pool.map(lambda path: store.put([path.read_bytes()]), missing), 1):
            progress(STORING, done, len(missing))


def _takings(units: Sequence[Unit], rows: Mapping[str, Submission], facts: Facts) -> list[Taking]:
    filled = _filled(units, rows, facts)
    return [
        Taking(rows[one.code].pk, [_file(file) for file in one.files], one.receipt(), *filled.get(one.code, (0, 0)))
        for one in units
    ]


def _file(one: SourceFile) -> dict[str, Any]:
    return {"name": one.name.rpartition("/")[2], "sha256": one.sha256, "size": one.size, "kind": one.kind}


def _filled(units: Sequence[Unit], rows: Mapping[str, Submission], facts: Facts) -> dict[str, tuple[int, int]]:
    """School -> lines filled in and lines asked for."""
    schools = [rows[one.code].organisation for one in units if rows[one.code].organisation.kind != Kind.COUNTY]
    listed = {"school_code": [one.code for one in schools], "school_type": [one.school_type or None for one in schools]}
    asked = pl.DataFrame(listed, schema={"school_code": pl.String, "school_type": pl.String})
    board = response_board(facts, asked).group_by("school_code").agg(pl.col("given").sum(), pl.col("asked").sum())
    return {code: (given, asked_) for code, given, asked_ in board.iter_rows()}


def _write(
    actor: Actor, held: Round, takings: Sequence[Taking], progress: Progress, *, submit: bool
) -> dict[str, Text | None]:
    codes = dict(
        Submission.objects.everything("names of what is being written")
        .filter(round=held)
        .values_list("pk", "organisation__code")
    )
    fates: dict[str, Text | None] = {}
    for start in range(0, len(takings), BATCH):
        batch = takings[start : start + BATCH]
        told = write_batch(actor, held.pk, batch, submit=submit)
        fates |= {codes[pk]: why for pk, why in told.items()}
        progress(WRITING, start + len(batch), len(takings))
    return fates


def _told(files: Sequence[SourceFile], found: Sorted, fates: Mapping[str, Text | None]) -> Imported:
    units = list(fates.values())
    taken, same = (sum(one is fate for one in units) for fate in (NEW, SAME))
    return Imported(tuple(_file_fate(one, found, fates) for one in files), taken, same, len(units) - taken - same)


def _file_fate(file: SourceFile, found: Sorted, fates: Mapping[str, Text | None]) -> FileFate:
    codes = sorted(found.codes.get(file.name, frozenset()))
    here = [(code, fates.get(code) or UNKNOWN) for code in codes]
    loose = found.loose.get(file.name, ())
    own = [one for code in codes if code in found.units for one in found.units[code].findings]
    return FileFate(
        file.name,
        file.kind,
        sum(why is NEW for _, why in here),
        sum(why is SAME for _, why in here),
        tuple((code, why) for code, why in here if why not in {NEW, SAME}),
        tuple(one for one in {id(one): one for one in (*loose, *own)}.values() if one.place.file == file.name),
    )

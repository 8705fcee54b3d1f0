"""The whole way: reported workbooks → checked facts → frozen snapshot → verdict → forms, report and pages.

The packages do the work; this module only walks them in order, for the command line.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

from junheng.balance.model import CityVerdict, FactRef
from junheng.facts.receipt import Receipt
from junheng.policy import Standard, policy_version
from junheng.publish.explained import Explained

if TYPE_CHECKING:
    from junheng.balance import Evaluation
    from junheng.facts import Snapshot


class Step(Protocol):
    """Told how many pieces of one step are done."""

    def __call__(self, done: int, total: int) -> None: ...


Steps = Callable[[str], Step]
"""Begins a named step of long work."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import left behind; no snapshot when something was rejected and the user did not say to keep going."""

    receipt: Receipt
    snapshot: Path | None


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and every spreadsheet below the folders, in a stable order."""
    from junheng.facts.intake import expand

    return list(expand(paths))


def import_year(
    paths: Sequence[Path],
    *,
    year: int,
    into: Path,
    step: Steps,
    mapping: Path | None = None,
    roster: Path | None = None,
    marked: Path | None = None,
    keep_going: bool = False,
    workers: int = 1,
) -> Imported:
    """Read and check the files of one school year and freeze what holds.

    ``roster`` lists the schools that must report (CSV with ``school_code``); the snapshot of the year before, if it is
    in the same folder, serves the year-on-year checks.
    """
    from junheng.facts import accept, freeze, latest, mark_workbook, read_files

    sources = files_in(paths)
    intake = read_files(sources, year=year, mapping=mapping, workers=workers, progress=step("读取 / reading"))
    before = latest(into, year - 1)
    expected = pl.read_csv(roster, infer_schema=False) if roster else None
    checked = accept(intake.facts, previous=before.facts if before else None, expected=expected)
    receipt = intake.receipt.with_findings(checked.findings)
    if marked:
        _mark(sources, receipt, marked, mark_workbook)
    if not receipt.clean and not keep_going:
        return Imported(receipt, None)
    snapshot = freeze(checked.facts, receipt, into, policy_version=policy_version(), expected=expected)
    return Imported(receipt, snapshot.path)


def _mark(sources: Sequence[Path], receipt: Receipt, folder: Path, mark: Callable[[Path, Receipt, Path], None]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    spoken_of = {finding.place.file for finding in receipt.findings}
    for source in sources:
        if source.name in spoken_of:
            mark(source, receipt, folder / f"{source.stem}.xlsx")


class UnreadTable(ValueError):  # noqa: N818  (says what the receipt says)
    """A table that its mapping file could not read; the text is the receipt's."""


def read_mapped_table(path: Path, mapping: Path) -> pl.DataFrame:
    """The flat unit table that a mapping file makes of another table.

    Raises:
        MappingError: the mapping file is faulty.
        UnreadTable: something in the table was rejected.
    """
    from junheng.facts import read_files

    intake = read_files([path], year=0, mapping=mapping)
    if intake.units is None or not intake.receipt.clean:
        raise UnreadTable(intake.receipt.to_text("zh") + "\n" + intake.receipt.to_text("en"))
    return intake.units


def write_evaluation(evaluation: "Evaluation", out: Path) -> list[Path]:
    """A judged flat table as page, workbook and CSV files in the folder ``out``."""
    from junheng.publish import tables, to_csv, to_page, to_xlsx

    out.mkdir(parents=True, exist_ok=True)
    made = [tables.flat_counties(evaluation), tables.flat_schools(evaluation)]
    pages = [to_page(made, evaluation.standard.title, out / "evaluation.html"), to_xlsx(made, out / "evaluation.xlsx")]
    return pages + [path for table in made for path in to_csv(table, out / f"{table.id}.csv")]


def judge_path(path: Path, standard: Standard, *, previous: Path | None = None) -> CityVerdict:
    """The verdict on a snapshot folder."""
    from junheng.balance import judge
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(path)
    before = open_snapshot(previous).facts if previous else None
    return judge(snapshot.facts, standard, snapshot=snapshot.hash, previous=before, expected=snapshot.expected)


def judge_snapshot(path: Path, standard: Standard) -> dict[str, Any]:
    """The verdict on a snapshot as JSON: the flat contract by county and section, and the whole verdict by county."""
    from junheng.balance import city_to_dict

    return city_to_dict(judge_path(path, standard))


def cells_of(snapshot: "Snapshot", fact: FactRef) -> list[dict[str, Any]]:
    """The workbook cells a fact came from."""
    return list(snapshot.cells(fact.table, fact.code, fact.part, fact.field))


def explain_snapshot(
    path: Path,
    standard: Standard,
    *,
    county: str,
    section: str | None = None,
    indicator: str | None = None,
    school: str | None = None,
    item: str | None = None,
) -> Explained:
    """The tree behind one result of a snapshot.

    Raises:
        LookupError: there is no such county, school, indicator or item in it.
    """
    from junheng.balance import explain_county, explain_indicator, explain_item, explain_school, judge
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(path)
    city = judge(snapshot.facts, standard, snapshot=snapshot.hash, expected=snapshot.expected)
    if item:
        tree = explain_item(city, snapshot.facts, county, item)
    elif school and section and indicator:
        tree = explain_school(city, snapshot.facts, county, school, section, indicator)
    elif section and indicator:
        tree = explain_indicator(city, snapshot.facts, county, section, indicator)
    else:
        tree = explain_county(city, snapshot.facts, county)
    return Explained(tree, partial(cells_of, snapshot))


def write_reports(
    path: Path,
    standard: Standard,
    *,
    county: str,
    out: Path,
    formats: Sequence[str],
    school: str | None,
    previous: Sequence[Path],
    step: Steps,
) -> list[Path]:
    """The papers of one county in the folder ``out``: forms, report, tables; and one school's form when asked for.

    Raises:
        LookupError: there is no such county or school in the snapshot.
    """
    from junheng.balance import compare_2012, judge
    from junheng.facts import open_snapshot
    from junheng.policy import load_standard
    from junheng.publish import (
        SYNTHETIC,
        Material,
        tables,
        to_csv,
        to_xlsx,
        write_forms,
        write_report,
        write_school_form,
    )

    snapshot = open_snapshot(path)
    city = judge(snapshot.facts, standard, snapshot=snapshot.hash, expected=snapshot.expected)
    city.county(county)
    notice = SYNTHETIC if snapshot.synthetic else None
    earlier = tuple(judge_path(one, standard) for one in previous)
    other = compare_2012(snapshot.facts, load_standard("jiaodu-2012-3"), snapshot=snapshot.hash).city
    material = Material(city, earlier=earlier, other_standard=other, notice=notice)
    made = tables.county_tables(city, county, notes=(notice,) if notice else ())
    out.mkdir(parents=True, exist_ok=True)
    writers: Mapping[str, Callable[[], Iterable[Path]]] = {
        "forms": lambda: [
            write_forms(city, snapshot.facts, county, out / f"{county}-申报表{suffix}", notice=notice)
            for suffix in (".xlsx", ".docx", ".pdf")
        ],
        "docx": lambda: [write_report(material, county, out / f"{county}-自评报告.docx")],
        "pdf": lambda: [write_report(material, county, out / f"{county}-自评报告.pdf")],
        "xlsx": lambda: [to_xlsx(made, out / f"{county}-数据表.xlsx")],
        "csv": lambda: [one for table in made for one in to_csv(table, out / f"{county}-{table.id}.csv")],
    }
    written: list[Path] = []
    progress = step("生成 / writing")
    for done, name in enumerate(formats, 1):
        written += writers[name]()
        progress(done, len(formats))
    if school:
        written.append(write_school_form(city, snapshot.facts, school, out / f"{school}-自评表.xlsx", notice=notice))
    return written


def build_demo(into: Path, *, seed: int, scale: float, step: Steps) -> Iterator[str]:
    """Build the synthetic city, read it, judge it and publish it below ``into``; tells each stage when it is done.

    The years before the last are judged and published as they are; the last one goes through the site itself.
    """
    from junheng.demo import build, seats_city
    from junheng.policy import year_label
    from junheng.web.furnishing import (
        furnish,
        furnish_planning,
        furnish_rotation,
        furnish_staffing,
        furnish_workforce,
        mark_demo,
    )
    from junheng.web.serve import prepare

    yield "生成合成城市，约需一分钟 / building the synthetic city, about a minute"
    city = build(into / "city", seed=seed, scale=scale, progress=step("生成合成城市 / building the synthetic city"))
    yield f"已生成合成城市：{city.files} 个文件 / built the synthetic city: {city.files} files"
    mark_demo(into)
    prepare(into)
    last, snapshots = max(city.workbooks), {}
    for year, folder in sorted(city.workbooks.items()):
        if year == last:
            continue
        done = import_year([folder], year=year, into=into / "snapshots", keep_going=True, workers=2, step=step)
        if done.snapshot is None:
            raise RuntimeError(f"no snapshot for {year}")
        snapshots[year] = done.snapshot
        counts = done.receipt.counts
        yield (
            f"{year_label(year)}：读入 {done.receipt.cells} 个单元格，改 {counts['changed']}，退 {counts['rejected']}，"
            f"提示 {counts['warned']} / read {done.receipt.cells} cells"
        )
    _publish_years(into, snapshots, json.loads(city.geometry.read_text(encoding="utf-8")))
    roster = pl.read_csv(city.roster, infer_schema=False)
    yield from furnish(roster, last, city.workbooks[last], step=step)
    yield from furnish_planning(seats_city(seed=seed, scale=scale))
    yield from furnish_rotation(city.teachers, last + 1)
    yield from furnish_staffing()
    yield from furnish_workforce(city.teachers, city.workforce, last + 1)


def _publish_years(site: Path, snapshots: Mapping[int, Path], geometry: Mapping[str, Any]) -> None:
    from junheng.balance import compare_2012
    from junheng.policy import load_standard
    from junheng.web.publishing import publish

    standard, other = load_standard("jiaodu-2017-6"), load_standard("jiaodu-2012-3")
    publish(
        site,
        [judge_path(path, standard) for path in snapshots.values()],
        snapshots=snapshots,
        beside=[_by_2012(path, compare_2012, other) for path in snapshots.values()],
        geometry=geometry,
        synthetic=True,
    )


def _by_2012(path: Path, compare: Callable[..., Any], standard: Standard) -> Any:
    from junheng.facts import open_snapshot

    snapshot = open_snapshot(path)
    return compare(snapshot.facts, standard, snapshot=snapshot.hash)

"""Facts from one place laid over those from another: what was judged or counted elsewhere comes before a workbook.

Used for what the inspectors found and what a survey counted: a county's workbook may repeat either, but the source
counts. Every replaced cell is told of, and the provenance says where the new value is from.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

import polars as pl

from junheng.facts.contracts import contract
from junheng.facts.findings import Finding, Outcome, place_at
from junheng.facts.intake import Intake
from junheng.facts.receipt import Receipt, SourceFile
from junheng.facts.tables import CELLS_SCHEMA, Facts, conform

ROW = ("table", "code", "part")
FACT = (*ROW, "field")


def elsewhere(year: int, table: str, rows: pl.DataFrame, kind: str, name: Callable[[tuple[str, ...]], str]) -> Intake:
    """Rows of one table that came from no workbook, as facts with provenance and a receipt of their sources.

    ``name`` says for the key of a row what it is taken from: it stands in place of a file, and its content is hashed
    like one. There is no sheet and no cell.
    """
    rules = contract(table)
    cells: list[tuple[str, ...]] = []
    files: list[SourceFile] = []
    frame = conform(table, rows)
    for row in frame.iter_rows(named=True):
        key = tuple(row[one] or "" for one in rules.key)
        source = name(key)
        said = [(one.id, _raw(row[one.id])) for one in rules.measures if row[one.id] is not None]
        content = json.dumps([key, said], ensure_ascii=False).encode()
        files.append(SourceFile(source, hashlib.sha256(content).hexdigest(), len(content), kind))
        cells += ((table, key[0], "/".join(key[1:]), id_, "reported", source, "", "", raw) for id_, raw in said)
    facts = Facts.of(year, {table: frame}, pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row"))
    return Intake(facts, Receipt(tuple(files), {table: frame.height} if files else {}, len(cells), ()))


def lay_over(given: Intake, over: Intake, *, whole_rows: Collection[str] = ()) -> Intake:
    """``over`` before ``given``, fact by fact; in the tables ``whole_rows`` a row of ``over`` replaces all of a row.

    The receipt names, for each row that gives way with another value, its first cell.
    """
    facts, new = given.facts, over.facts
    touched = new.cells.select(FACT).unique()
    rows = touched.filter(pl.col("table").is_in(list(whole_rows))).select(ROW).unique()
    within = [touched.join(rows, on=ROW, how="anti").with_columns(whole=False), rows.with_columns(whole=True)]
    gone = pl.concat(facts.cells.join(one, on=one.columns[:-1], how="semi", maintain_order="left") for one in within)
    tables = {name: _laid(name, frame, new[name], name in whole_rows) for name, frame in facts.tables.items()}
    kept = facts.cells.join(gone, on=list(CELLS_SCHEMA), how="anti", maintain_order="left")
    laid = replace(facts, tables=tables, cells=pl.concat([kept, new.cells]))
    return Intake(laid, _receipt(given.receipt, over.receipt, laid, _told(gone, new.cells)), given.units)


def _laid(table: str, under: pl.DataFrame, over: pl.DataFrame, whole: bool) -> pl.DataFrame:
    if over.is_empty():
        return under
    rules = contract(table)
    key = [pl.col(name).fill_null("") for name in rules.key]
    if whole:
        kept = under.join(over, on=key, how="anti", maintain_order="left")
        return conform(table, pl.concat([over, kept.select(over.columns)]))
    both = pl.concat([over, under.select(over.columns)])
    merged = both.group_by(rules.key, maintain_order=True).agg(pl.all().drop_nulls().first())
    return conform(table, merged.select(over.columns))


def _receipt(given: Receipt, over: Receipt, laid: Facts, told: Iterable[Finding]) -> Receipt:
    rows = {**given.rows, **{table: laid[table].height for table in over.rows}}
    findings = (*given.findings, *over.findings, *told)
    return Receipt((*given.files, *over.files), rows, given.cells + over.cells, findings)


def _told(gone: pl.DataFrame, cells: pl.DataFrame) -> Iterator[Finding]:
    new = {row[:4]: row for row in cells.iter_rows()}
    source = {row[:3]: row[5] for row in cells.iter_rows()}
    for (table, code, part), held in gone.group_by(ROW, maintain_order=True):
        changed = [row for row in held.iter_rows() if row[:4] not in new or new[row[:4]][8] != row[8]]
        if not changed:
            continue
        _table, _code, _part, _field, _state, file, sheet, cell, _raw_text = changed[0]
        titles = [contract(str(table)).field(row[3]).title for row in changed]
        values = {
            "table": contract(str(table)).title.zh,
            "table_en": contract(str(table)).title.en,
            "key": " ".join(str(one) for one in (code, str(part).strip("/")) if one),
            "source": source[str(table), str(code), str(part)],
            "given": "、".join(f"{title.zh}：{row[8]}" for title, row in zip(titles, changed, strict=True)),
            "given_en": "; ".join(f"{title.en}: {row[8]}" for title, row in zip(titles, changed, strict=True)),
        }
        yield Finding("taken_from_elsewhere", Outcome.CHANGED, place_at(file, sheet, cell), values)


def _raw(value: object) -> str:
    return ("是" if value else "否") if isinstance(value, bool) else str(value)

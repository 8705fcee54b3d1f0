"""What the contracts forbid, and what is left when it is taken out.

A value that breaks its field's rule becomes *not reported*; a row whose key is missing, malformed, unknown or doubled
is dropped; a required value that is missing stays missing and is named. Nothing is corrected or guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import polars as pl

from junheng.facts.checks.model import Check, Context, Hit, Registry, Spot, keyed, shown
from junheng.facts.checks.rules import violations
from junheng.facts.codes import code_list
from junheng.facts.contracts import ORDER, contract
from junheng.facts.findings import Outcome
from junheng.facts.tables import Facts
from junheng.policy import Text

TITLES: Mapping[str, Text] = {
    "contract_required": Text("必填项未填", "A required value is missing"),
    "contract_pattern": Text("格式不符", "Malformed value"),
    "contract_codes": Text("不在代码表中", "Not in the code list"),
    "contract_section": Text("该学段不应填报此项", "Not reported for this section"),
    "contract_min": Text("小于下限", "Below the lower limit"),
    "contract_max": Text("大于上限", "Above the upper limit"),
    "contract_finite": Text("不是有限的数", "Not a finite number"),
    "contract_unique": Text("同一单位有多行且不一致", "Several differing rows for one unit"),
    "contract_school": Text("学校不在学校表中", "The school is not in the table of schools"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """Facts that keep their contracts, and the hits by check."""

    facts: Facts
    hits: Mapping[str, tuple[Hit, ...]]


def keep(facts: Facts) -> Kept:
    """Take out of the facts what breaks a contract."""
    context = Context(facts)
    tables: dict[str, pl.DataFrame] = {}
    hits: dict[str, list[Hit]] = {check: [] for check in TITLES}
    for table in ORDER:
        frame = facts[table].unique(maintain_order=True)
        found = violations(table, frame)
        _say(context, table, frame, found, hits)
        tables[table] = _without(table, frame, found)
    _drop_unknown_schools(context, tables, hits)
    clean = replace(facts, tables=tables)
    return Kept(replace(clean, cells=_cells(facts, clean)), {check: tuple(found) for check, found in hits.items()})


def register(registry: Registry) -> None:
    """The contract checks as checks of their own, for those who only want to look."""
    for id_, title in TITLES.items():
        registry.put(Check(id_, title, Outcome.REJECTED, partial(_hits, id_)))


def _hits(check: str, context: Context) -> tuple[Hit, ...]:
    return keep(context.facts).hits[check]


def _say(context: Context, table: str, frame: pl.DataFrame, found: pl.DataFrame, hits: dict[str, list[Hit]]) -> None:
    if found.is_empty():
        return
    rows = keyed(table, frame).with_row_index("row")
    rejected = _rejected(context.facts, table)
    for row in found.join(rows, on="row", maintain_order="left").iter_rows(named=True):
        field = contract(table).field(row["field"])
        code, part = row["code"] or "", row["part"]
        if row["check"] == "contract_required" and (code, part, field.id) in rejected:
            continue
        hits[row["check"]].append(
            Hit(
                (Spot(table, (field.id,), code, part),),
                {
                    **context.who(code, part),
                    "table": contract(table).title.zh,
                    "table_en": contract(table).title.en,
                    "field": field.title.zh,
                    "field_en": field.title.en,
                    "value": _value(row[field.id]),
                    "min": shown(field.min),
                    "max": shown(field.max),
                    "list": code_list(field.codes).title.zh if field.codes else "",
                    "list_en": code_list(field.codes).title.en if field.codes else "",
                    **_form(field.pattern),
                },
            )
        )


def _rejected(facts: Facts, table: str) -> frozenset[tuple[str, str, str]]:
    """``code, part, field`` of what was rejected on reading: to call it missing as well would be a second complaint."""
    marks = facts.marks.filter((pl.col("table") == table) & (pl.col("state") == "rejected"))
    return frozenset(marks.select("code", "part", "field").iter_rows())


def _form(pattern: str | None) -> dict[str, str]:
    """A pattern in words where it asks for so many digits."""
    digits = _DIGITS.fullmatch(pattern or "")
    if digits is None:
        return {"form": pattern or "", "form_en": pattern or ""}
    return {"form": f"{digits[1]}位数字", "form_en": f"{digits[1]} digits"}


_DIGITS = re.compile(r"\^\(?\\d\{(\d+)\}\)?\??\$")


def _value(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return shown(value)
    return "" if value is None else str(value)


def _without(table: str, frame: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The frame without rows of a bad key, and with null in place of bad values."""
    if found.is_empty():
        return frame
    key = contract(table).key
    kept = frame.with_row_index("row")
    for field, rows in _bad(found.filter(~pl.col("field").is_in(key))):
        kept = kept.with_columns(pl.when(~pl.col("row").is_in(rows)).then(pl.col(field)).alias(field))
    bad_key = found.filter(pl.col("field").is_in(key))["row"].unique().to_list()
    return kept.filter(~pl.col("row").is_in(bad_key)).drop("row")


def _bad(found: pl.DataFrame) -> Iterator[tuple[str, list[int]]]:
    for (field,), rows in found.group_by("field", maintain_order=True):
        yield str(field), rows["row"].to_list()


def _drop_unknown_schools(context: Context, tables: dict[str, pl.DataFrame], hits: dict[str, list[Hit]]) -> None:
    known = tables["schools"]["school_code"].to_list()
    for table in ORDER:
        if contract(table).level == "county" or table == "schools":
            continue
        strange = ~pl.col("school_code").is_in(known)
        codes = tables[table].filter(strange)["school_code"].unique(maintain_order=True)
        title = contract(table).title
        hits["contract_school"] += [
            Hit(
                (Spot(table, tuple(one.id for one in contract(table).measures), code),),
                {**context.who(code), "table": title.zh, "table_en": title.en},
            )
            for code in codes
        ]
        tables[table] = tables[table].filter(~strange)


def _cells(before: Facts, after: Facts) -> pl.DataFrame:
    """Provenance without the cells of facts that were taken out."""
    gone = [one for table in ORDER if (one := _gone(table, before, after)) is not None]
    if not gone or before.cells.is_empty():
        return before.cells
    return before.cells.join(pl.concat(gone), on=["table", "code", "part", "field"], how="anti", maintain_order="left")


def _gone(table: str, before: Facts, after: Facts) -> pl.DataFrame | None:
    """``table, code, part, field`` of the facts that were there before and are not any more."""
    if before[table].equals(after[table]):
        return None
    measures = [one.id for one in contract(table).measures]

    def reported(facts: Facts) -> pl.DataFrame:
        flags = keyed(table, facts[table]).select("code", "part", pl.col(measures).is_not_null())
        return flags.unpivot(measures, index=["code", "part"], variable_name="field").filter("value").drop("value")

    keys = ["code", "part", "field"]
    return reported(before).join(reported(after), on=keys, how="anti").select(pl.lit(table).alias("table"), *keys)

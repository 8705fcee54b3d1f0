"""The contracts as dataframely schemas: which rows break which rule of which column."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import dataframely as dy
import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field, TableContract, contract

ROW = "_row"
"""Position of a row in the table that was judged, from 0."""

CHECK_OF_RULE: Mapping[str, str] = {
    "nullability": "contract_required",
    "regex": "contract_pattern",
    "check__codes": "contract_codes",
    "check__section": "contract_section",
    "min": "contract_min",
    "max": "contract_max",
    "inf": "contract_finite",
    "nan": "contract_finite",
    "unique": "contract_unique",
}
"""Name of a rule -> the check it belongs to."""


@cache
def schema(table: str) -> type[dy.Schema]:
    """The schema of a table: required, pattern, code list, limits, sections, and one row per key."""
    rules = contract(table)
    members: dict[str, Any] = {ROW: dy.UInt32()}
    members |= {one.id: _column(one) for one in rules.fields}
    members |= {f"{one.id}|check__section": _section_rule(one) for one in rules.fields if one.sections}
    members[f"{rules.key[0]}|unique"] = _unique_rule(rules)
    return type(f"{table}_contract", (dy.Schema,), members)


def violations(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """``row, field, check`` of every rule that a row breaks; empty when all rows keep the contract."""
    failure = schema(table).filter(frame.with_row_index(ROW)).failure
    details = failure.details()
    names = [name for name in details.columns if "|" in name]
    field_and_rule = pl.col("rule").str.split_exact("|", 1)
    return (
        details.unpivot(names, index=ROW, variable_name="rule", value_name="said")
        .filter(pl.col("said") == "invalid")
        .select(
            pl.col(ROW).alias("row"),
            field_and_rule.struct.field("field_0").alias("field"),
            field_and_rule.struct.field("field_1").replace_strict(dict(CHECK_OF_RULE)).alias("check"),
        )
        .sort("row", maintain_order=True)
    )


def counts(table: str, frame: pl.DataFrame) -> Mapping[str, int]:
    """Rows that break each rule, by ``field|rule``; rules that no row breaks are left out."""
    return schema(table).filter(frame.with_row_index(ROW)).failure.counts()


def _column(field: Field) -> dy.Column:
    nullable = not field.required
    if field.type == "int":
        low, high = (None if one is None else int(one) for one in (field.min, field.max))
        return dy.Int64(nullable=nullable, min=low, max=high)
    if field.type == "float":
        return dy.Float64(nullable=nullable, min=field.min, max=field.max)
    if field.type == "bool":
        return dy.Bool(nullable=nullable)
    if field.type == "date":
        return dy.Date(nullable=nullable)
    codes = None if field.codes is None else list(code_list(field.codes).codes)
    check = {"codes": lambda value: value.is_in(codes)} if codes else None
    return dy.String(nullable=nullable, regex=_ascii(field.pattern), check=check)


def _ascii(pattern: str | None) -> str | None:
    """The pattern with digits of ASCII only: the engine's ``\\d`` would let full-width digits pass."""
    return None if pattern is None else pattern.replace("\\d", "[0-9]")


def _section_rule(field: Field) -> Any:
    return dy.rule()(lambda _: pl.col(field.id).is_null() | pl.col("section").is_in(field.sections))


def _unique_rule(rules: TableContract) -> Any:
    return dy.rule()(lambda _: ~pl.struct(rules.key).is_duplicated())

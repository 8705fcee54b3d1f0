"""Performance pay as one document."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import polars as pl

from junheng.policy.pay_rules import PARTS, PayRules, pay_parameters
from junheng.teachers.checks import check_once, refuse_unfit
from junheng.teachers.faults import Fault
from junheng.teachers.numbers import told
from junheng.teachers.pay.linked import linked
from junheng.teachers.pay.rule_costs import rule_costs
from junheng.teachers.pay.share_out import share_out, total, yuan
from junheng.teachers.reading import LINE, Read

COLUMNS = dict(zip(PARTS, ("post_weight", "lessons", "score", "class_head", "special"), strict=True))
"""The column that each part goes by."""


def report(
    rules: PayRules, pools: Read | None = None, pay: Read | None = None, wages: Read | None = None
) -> dict[str, Any]:
    """``persons`` with yuan by part, ``schools``, ``rules`` with what each moves, ``counties`` beside civil servants.

    Nothing is shared out while no share is known; without a table its part of the document is empty.

    Raises:
        UnfitTablesError: with every fault of the tables.
    """
    refuse_unfit([pools, pay, wages], lambda: _between(rules, pools, pay, wages))
    persons: list[dict[str, Any]] = []
    schools: list[dict[str, Any]] = []
    costs: dict[str, Counter[str]] = {part: Counter() for part in rules.shares}
    if pools is not None and pay is not None and rules.shares:
        staff = _staff(pay).partition_by("school_code", as_dict=True)
        for school, fen in pools.frame.select("school_code", "pool").sort("school_code").iter_rows():
            rows = staff[school,]
            bases = {part: rows[COLUMNS[part]].to_list() for part in rules.shares}
            parts = share_out(fen, bases, rules.shares)
            persons += _persons(rows, parts)
            schools.append({"school_code": school, "pool": yuan(fen), "persons": rows.height})
            for one in rule_costs(fen, bases, rules.shares):
                costs[one.part].update(persons=one.persons, moved=one.moved, gain=one.gain, schools=1)
    return {
        "persons": persons,
        "schools": schools,
        "rules": [_cost(part, rules, held) for part, held in costs.items()],
        "counties": [] if wages is None else linked(wages, rules),
        **told(pay_parameters(), rules.values),
    }


def _between(rules: PayRules, pools: Read | None, pay: Read | None, wages: Read | None) -> Iterator[Fault]:
    if wages is not None:
        yield from check_once(wages, "county_code", "year")
    if pools is None or pay is None:
        return
    yield from check_once(pools, "school_code")
    yield from check_once(pay, "teacher_id")
    known = set(pools.frame["school_code"])
    for line, school in pay.frame.select(LINE, "school_code").drop_nulls().iter_rows():
        if school not in known:
            yield pay.fault("no_pool", line, "school_code", school=school)
    for part in rules.shares:
        yield from _blank(pay, COLUMNS[part])
    yield from _nobody(rules, pools, pay)


def _blank(pay: Read, column: str) -> Iterator[Fault]:
    """Persons without what a share goes by; whether somebody is a class head or not may be left blank for no."""
    title = next(one.title for one in pay.table.columns if one.id == column)
    values = pay.column(column)
    if values.dtype == pl.Boolean:
        return
    wrong = {one.place.row for one in pay.faults if one.place.header == pay.headers.get(column, ("",))[0]}
    for line, teacher in pay.frame.filter(values.is_null()).select(LINE, "teacher_id").iter_rows():
        if line not in wrong:
            yield pay.fault("base_blank", line, column, teacher=teacher, name=title.zh, name_en=title.en)


def _nobody(rules: PayRules, pools: Read, pay: Read) -> Iterator[Fault]:
    if not rules.shares:
        return
    staff = _staff(pay).with_columns(some=pl.any_horizontal(pl.col(COLUMNS[part]) > 0 for part in rules.shares))
    paid = set(staff.filter("some")["school_code"])
    for line, school in pools.frame.select(LINE, "school_code").drop_nulls().iter_rows():
        if school not in paid:
            yield pools.fault("nobody_paid", line, "school_code", school=school)


def _staff(pay: Read) -> pl.DataFrame:
    """Persons with what every part goes by as numbers."""
    bases = {one: pay.column(one).cast(pl.Float64).fill_null(0.0) for one in COLUMNS.values()}
    return pay.frame.select("teacher_id", "school_code", **bases)


def _persons(rows: pl.DataFrame, parts: dict[str, list[int]]) -> Iterator[dict[str, Any]]:
    paid = total(parts, rows.height)
    for at, (teacher, school) in enumerate(rows.select("teacher_id", "school_code").iter_rows()):
        each = {part: yuan(fen[at]) for part, fen in parts.items()}
        none = dict.fromkeys(PARTS, yuan(0))
        yield {"teacher_id": teacher, "school_code": school, "pay": yuan(paid[at]), **none, **each}


def _cost(part: str, rules: PayRules, held: Counter[str]) -> dict[str, Any]:
    """One share in all schools: whom it names, what it moves, and what those named have more in all."""
    title = pay_parameters()[f"share.{part}"].title
    return {
        "part": part,
        "title": {"zh": title.zh, "en": title.en},
        "share": float(rules.shares[part]),
        "schools": held["schools"],
        "persons": held["persons"],
        "moved": yuan(held["moved"]),
        "gain": yuan(held["gain"]),
    }

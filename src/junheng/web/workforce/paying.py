"""Performance pay worked out: persons to the fen in rows of their own, sums in the document."""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl

from junheng.policy.pay_rules import PARTS
from junheng.teachers import Read, read, tables
from junheng.teachers.pay import report
from junheng.web.workforce.laws import pay_law
from junheng.web.workforce.models import PaidPerson, WorkforceStudy
from junheng.web.workforce.queries import everybody
from junheng.web.workforce.tables_of import opened

FEN = 100


def fit_to_pay(of: WorkforceStudy) -> None:
    """Go on only if everybody has what a share goes by.

    Raises:
        UnfitTablesError: with everybody who has not.
    """
    report(pay_law(of), **_reads(of, everybody(of)))


def paid(of: WorkforceStudy) -> tuple[dict[str, Any], list[PaidPerson]]:
    """The document in fen, without persons, and the persons with their amounts.

    Raises:
        RuntimeError: a pool was not shared out whole.
    """
    people = everybody(of)
    found = report(pay_law(of), **_reads(of, people))
    rows = {one["teacher_id"]: one for one in found["persons"]}
    for one in people:
        one.amounts = json.dumps({part: _fen(rows[one.code][part]) for part in ("pay", *PARTS)})
    schools = [_school(one, found["persons"]) for one in found["schools"]]
    lost = [one["school_code"] for one in schools if sum(one["parts"].values()) != one["pool"]]
    if lost:
        raise RuntimeError(f"{len(lost)} pools are not shared out whole")
    return {
        "status": "done",
        "schools": schools,
        "rules": [{**one, "moved": _fen(one["moved"]), "gain": _fen(one["gain"])} for one in found["rules"]],
        "counties": [_county(one) for one in found["counties"]],
        "used": {name: None if value is None else float(value) for name, value in pay_law(of).values.items()},
    }, people


def _reads(of: WorkforceStudy, people: list[PaidPerson]) -> dict[str, Read]:
    reads = opened(of)
    if people:
        cells = [json.loads(one.facts) for one in people]
        names = list(dict.fromkeys(name for one in cells for name in one))
        text = pl.DataFrame({name: [one.get(name, "") for one in cells] for name in names})
        reads["pay"] = read(text, tables()["pay"])
    return reads


def _school(one: Mapping[str, Any], persons: list[dict[str, Any]]) -> dict[str, Any]:
    """A school with its pool and what each part came to."""
    mine = [row for row in persons if row["school_code"] == one["school_code"]]
    parts = {part: sum(_fen(row[part]) for row in mine) for part in PARTS}
    return {**one, "pool": _fen(one["pool"]), "parts": parts}


def _county(one: Mapping[str, Any]) -> dict[str, Any]:
    short = {name: None if one[name] is None else _fen(one[name]) for name in ("parity_shortfall", "link_shortfall")}
    return {**one, **short}


def _fen(yuan: Any) -> int:
    return int(yuan * FEN)

"""Who a school is: the register's own fields, as reported."""

import polars as pl

from junheng.facts.codes import code_list
from junheng.facts.contracts import Field, contract
from junheng.policy.text import Text
from junheng.web.portal.models import Edition
from junheng.web.portal.proof import proof_of

SHOWN = (
    "school_type",
    "organiser",
    "urban_rural",
    "founded_year",
    "boarding",
    "dense_centre",
    "small_rural",
    "address",
)
YES_NO = {True: Text("是", "Yes"), False: Text("否", "No")}


def identity(edition: Edition, code: str) -> list[tuple[Text, Text]]:
    """Titles and values of what was reported about the school itself; empty without the snapshot."""
    proof = proof_of(edition)
    if proof is None:
        return []
    found = proof.snapshot.facts["schools"].filter(pl.col("school_code") == code)
    if found.is_empty():
        return []
    row = found.row(0, named=True)
    fields = {field.id: field for field in contract("schools").fields}
    return [(fields[id_].title, _words(fields[id_], row[id_])) for id_ in SHOWN if row[id_] is not None]


def _words(field: Field, value: object) -> Text:
    if isinstance(value, bool):
        return YES_NO[value]
    titles = code_list(field.codes).codes if field.codes else {}
    return titles.get(str(value), Text(str(value), str(value)))

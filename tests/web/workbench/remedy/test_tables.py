"""Uploaded tables are read with every fault at once, and answered county by county."""

from pathlib import Path

import pytest

from junheng.web.kit import store
from junheng.web.workbench.remedy.tables import answers, kept_table, rows_of
from tests.web.workbench.remedy.ground import LAW, PRICED
from tests.web.workbench.remedy.many import counties, written

FAST = {"fast": True, "seconds": 1.0, "moving": False}


def test_a_table_is_kept_by_its_digest_and_found_again() -> None:
    read, faults = kept_table("省.csv", [written(3)], LAW)
    assert faults == []
    assert read is not None
    assert (read.rows, read.counties) == (10, 3)
    assert store.read(read.digest) == written(3)
    assert rows_of(read.digest, LAW)["county_code"].n_unique() == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["x.csv"]),
        (b"school_code,county_code\nA,B\n", ["section", "pupils"]),
        (written(1).replace(b",500.0,", b",many,", 1), ["many"]),
    ],
)
def test_everything_wrong_is_told_and_nothing_is_kept(content: bytes, words: list[str]) -> None:
    before = set(Path(store.root()).glob("*/*"))
    read, faults = kept_table("x.csv", [content], LAW)
    told = " ".join(one.zh for one in faults)
    assert read is None
    assert faults
    assert [one for one in words if one not in told] == []
    assert set(Path(store.root()).glob("*/*")) == before


def test_one_year_at_a_time() -> None:
    table = counties(2).with_columns(year=2024)
    two = table.vstack(table.with_columns(year=table["year"] + 1))
    read, faults = kept_table("x.csv", [two.write_csv().encode()], LAW)
    assert read is None
    assert "几个学年" in faults[0].zh


def test_every_county_has_its_answer_or_the_reason_why_not() -> None:
    found = {code: one for code, _, one in answers(counties(3), LAW, FAST, PRICED, set()) if one is not None}
    refused, planned = found["990000"], found["990001"]
    assert (refused["status"], refused["cost"]) == ("refused", None)
    assert "L6" in refused["sections"][0]["words"]["zh"]
    assert planned["cost"] >= planned["bound"] > 0
    assert planned["cost"] == pytest.approx(sum(one["cost"] for one in planned["actions"]))
    assert (planned["schools"], planned["passing"]) == (3, 2)


def test_counties_that_have_their_answer_are_not_asked_again() -> None:
    asked = [(code, one is None) for code, _, one in answers(counties(3), LAW, FAST, PRICED, {"990000", "990002"})]
    assert asked == [("990001", True), ("990001", False)]

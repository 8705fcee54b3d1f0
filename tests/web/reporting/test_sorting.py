"""Findings and files go to the unit they are about."""

from junheng.facts import Receipt
from junheng.facts.findings import Finding, Outcome, Place
from junheng.facts.receipt import SourceFile
from junheng.facts.tables import Facts
from junheng.web.reporting.sorting import sort_out
from tests.web import tiny

ONE, TWO = tiny.CODES[:2]


def _facts() -> Facts:
    """Each school in a file of its own, the second also in the file of the first."""
    import polars as pl

    facts = tiny.facts()
    both = facts.cells.with_columns(
        pl.when(pl.col("field") == "pupils").then(pl.lit(f"{ONE}.xlsx")).otherwise(pl.col("file")).alias("file")
    ).filter(pl.col("code").is_in([ONE, TWO]))
    return Facts(
        facts.year, facts.tables, both.with_columns((pl.col("cell") + "9" + pl.col("code").str.tail(1)).alias("cell"))
    )


def _sort(*places: Place, outcome: Outcome = Outcome.REJECTED) -> dict[str, int]:
    names = (f"{ONE}.xlsx", f"{TWO}.xlsx", "c.xlsx")
    files = tuple(SourceFile(name, name, 1, "jiaoji") for name in names)
    findings = tuple(Finding("empty_file", outcome, place) for place in places)
    found = sort_out(_facts(), Receipt(files, {}, 0, findings))
    told = {code: len(unit.findings) for code, unit in found.units.items()}
    return told | {name: len(one) for name, one in found.loose.items()}


def test_units_have_their_files() -> None:
    facts = _facts()
    files = tuple(SourceFile(f"{code}.xlsx", code, 1, "jiaoji") for code in (ONE, TWO))
    units = sort_out(facts, Receipt(files, {}, 0, ())).units
    assert [one.name for one in units[TWO].files] == [f"{ONE}.xlsx", f"{TWO}.xlsx"]
    assert units[ONE].rows["rooms"] == 1
    assert units[ONE].cells == 16
    assert units[ONE].receipt()["read"]["cells"] == 16


def test_a_whole_file_is_wrong_for_everybody_in_it() -> None:
    assert _sort(Place(f"{ONE}.xlsx")) == {ONE: 1, TWO: 1}
    assert _sort(Place(f"{ONE}.xlsx"), outcome=Outcome.WARNED) == {ONE: 0, TWO: 0, f"{ONE}.xlsx": 1}


def test_a_cell_belongs_to_one() -> None:
    cell = _facts().cells.filter(code=TWO, field="pupils").row(0, named=True)
    from junheng.web.reporting.ownership import place_at

    assert _sort(place_at(cell["file"], cell["sheet"], cell["cell"])) == {ONE: 0, TWO: 1}


def test_a_file_about_nobody_keeps_its_findings() -> None:
    assert _sort(Place("c.xlsx"))["c.xlsx"] == 1

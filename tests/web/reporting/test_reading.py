"""Reading one unit's files."""

from pathlib import Path

from junheng.facts import mark_workbook
from junheng.facts.findings import Outcome
from junheng.web.reporting.reading import completeness, lines_of, of_unit, read_unit, unpack, write_out
from tests.web import tiny
from tests.web.people import COUNTY, SCHOOLS
from tests.web.reporting.conftest import City
from tests.web.reporting.files import book, facts_of


def test_two_files_of_one_name(city: City, tmp_path: Path) -> None:
    own = city.people.places[SCHOOLS[0]]
    for number in ("1", "2"):
        (tmp_path / number).mkdir()
        (tmp_path / number / "a.xlsx").write_bytes(book(year=2025, rooms__books=int(number)))
    read = read_unit([tmp_path / "1" / "a.xlsx", tmp_path / "2" / "a.xlsx"], own, 2025)
    assert [one.name for one in read.receipt.files] == ["1/a.xlsx", "2/a.xlsx"]
    assert "conflicting_values" in {one.code for one in read.receipt.having(Outcome.REJECTED)}


def test_the_same_file_twice_is_ignored(city: City, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for path in paths:
        path.write_bytes(book())
    read = read_unit(paths, city.people.places[SCHOOLS[0]], 2025)
    assert read.receipt.clean
    assert "same_file_twice" in {one.code for one in read.receipt.findings}


def test_completeness_counts_the_lines_of_the_form(city: City) -> None:
    facts, own = facts_of(SCHOOLS[0]), city.people.places[SCHOOLS[0]]
    given, asked = completeness(facts, own)
    assert 0 < given < asked
    assert lines_of(facts, own)["asked"].sum() == asked
    assert completeness(facts, city.people.places[COUNTY]) == (0, 0)


def test_of_unit_leaves_others_out() -> None:
    assert of_unit(facts_of(*SCHOOLS), SCHOOLS[1])["rooms"]["school_code"].to_list() == [SCHOOLS[1]]


def test_a_version_comes_out_as_it_went_in(city: City, tmp_path: Path) -> None:
    content = book()
    version = city.confirmed(content)
    assert [path.read_bytes() for path in unpack(version, tmp_path / "out")] == [content]
    assert len(write_out([*version.files, *version.files], tmp_path / "two")) == 2


def test_a_marked_copy_is_handed_in_as_it_is(city: City, tmp_path: Path) -> None:
    """The sheet with the receipt is ours; of another unit's file one thing is said once."""
    source, marked = tmp_path / "a.xlsx", tmp_path / "marked.xlsx"
    source.write_bytes(book(rooms__books=-1))
    own, before = city.submission().organisation, tiny.facts(2024)
    first = read_unit([source], own, 2025, previous=of_unit(before, own.code))
    assert not first.receipt.clean
    mark_workbook(source, first.receipt, marked)
    again = read_unit([marked], own, 2025)
    assert [one.code for one in again.receipt.findings] == [one.code for one in first.receipt.findings]
    other = read_unit([source], city.submission(SCHOOLS[1]).organisation, 2025, previous=of_unit(before, SCHOOLS[1]))
    assert not {one.code for one in other.receipt.findings} & {"school_missing", "school_new"}

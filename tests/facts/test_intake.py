"""The way in: folders, many files, processes, progress, and no traceback whatever the bytes."""

import shutil
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from junheng.facts.findings import Outcome
from junheng.facts.intake import READERS, read_file, read_files
from junheng.facts.templates import write_template
from tests.facts.test_traps import FILES, FOLDER
from tests.fixtures.make import repack

SOUND = ("merged_headers.xlsx", "multi_row_headers.xlsx", "xls_renamed_xlsx.xlsx", "gb18030_csv.csv")


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "~$b.xlsx", "notes.md"):
        shutil.copy(FOLDER / "unknown_columns.xlsx", tmp_path / name)
    (tmp_path / "a.xlsx").write_bytes((FOLDER / "merged_headers.xlsx").read_bytes())
    names = [one.name for one in read_files(tmp_path, year=2023).receipt.files]
    assert names == ["a.xlsx", "b.xlsx"]


def test_a_missing_file_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    intake = read_files([tmp_path / "gone.xlsx", FOLDER / "bom_csv.csv"], year=2023)
    assert [one.kind for one in intake.receipt.files] == ["unreadable", "csv"]
    assert intake.receipt.findings[0].code == "unreadable_file"
    assert intake.facts["sections"].height == 2


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    shutil.copy(FOLDER / "bom_csv.csv", copy)
    intake = read_files([FOLDER / "bom_csv.csv", copy], year=2023)
    (finding,) = intake.receipt.findings
    assert (finding.code, finding.values["other"]) == ("same_file_twice", "bom_csv.csv")
    assert intake.facts["sections"].height == 2


def test_two_files_that_differ_on_a_fact_spoil_it_and_both_are_named(tmp_path: Path) -> None:
    text = (FOLDER / "bom_csv.csv").read_text(encoding="utf-8-sig").replace("540", "541")
    other = tmp_path / "other.csv"
    other.write_text(text, encoding="utf-8")
    intake = read_files([FOLDER / "bom_csv.csv", other], year=2023)
    (finding,) = intake.receipt.having(Outcome.REJECTED)
    assert finding.code == "conflicting_values"
    assert finding.place.file == "other.csv"
    assert "bom_csv.csv" in finding.what("zh")
    assert intake.facts["sections"]["pupils"].to_list() == [None, 600]
    assert intake.facts.cells.filter((pl.col("field") == "pupils") & (pl.col("code") == "2141000001")).is_empty()


def test_files_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    for folder, source in (("east", "bom_csv.csv"), ("west", "csv_renamed_xlsx.xlsx")):
        (tmp_path / folder).mkdir()
        text = (FOLDER / source).read_text(encoding="utf-8-sig").replace("21410", f"21411{len(folder)}"[:5])
        (tmp_path / folder / "school.csv").write_text(text + f"{folder}\n", encoding="utf-8")
    assert [one.name for one in read_files(tmp_path, year=2023).receipt.files] == ["east/school.csv", "west/school.csv"]


def test_workers_give_the_same_and_progress_counts_up() -> None:
    seen: list[tuple[int, int]] = []
    alone = read_files(FILES, year=2023, progress=lambda done, total: seen.append((done, total)))
    shared = read_files(FILES, year=2023, workers=2)
    assert seen == [(number, len(FILES)) for number in range(1, len(FILES) + 1)]
    assert shared.receipt.to_dict() == alone.receipt.to_dict()
    assert shared.facts.cells.equals(alone.facts.cells)
    assert all(frame.equals(alone.facts[table]) for table, frame in shared.facts.tables.items())


def test_the_receipt_counts_what_was_kept() -> None:
    intake = read_files(FOLDER / "bom_csv.csv", year=2023)
    assert intake.receipt.rows == {"sections": 2}
    assert intake.receipt.cells == intake.facts.cells.height == 10
    assert len(intake.receipt.files[0].sha256) == 64
    assert intake.receipt.clean


def test_an_unknown_table_is_said_to_be_unknown(tmp_path: Path) -> None:
    path = tmp_path / "menu.csv"
    path.write_text("菜名,价格\n豆腐,3\n", encoding="utf-8")
    (finding,) = read_files(path, year=2023).receipt.findings
    assert finding.code == "not_recognised"


def test_a_fault_of_a_reader_costs_one_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bool:
        raise ZeroDivisionError("reader")

    monkeypatch.setattr("junheng.facts.intake.TEXT_READERS", (("csv", broken),))
    intake = read_files([FOLDER / "bom_csv.csv", FOLDER / "merged_headers.xlsx"], year=2023)
    assert [one.code for one in intake.receipt.having(Outcome.REJECTED)] == ["reader_failed"]
    assert intake.facts["sections"].height == 1


def test_the_readers_have_names() -> None:
    assert [name for name, _ in READERS] == ["jiaoji", "template", "table", "flat"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(SOUND),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12),
    cut=st.floats(0.2, 1),
)
def test_no_bytes_make_a_reader_fail(tmp_path: Path, name: str, changes: list[tuple[float, int]], cut: float) -> None:
    data = bytearray((FOLDER / name).read_bytes())
    for where, byte in changes:
        data[int(where * len(data))] = byte
    path = tmp_path / name
    path.write_bytes(data[: int(cut * len(data)) + 1] if cut < 0.9 else data)
    read = read_file((path, name))
    assert "reader_failed" not in {finding.code for finding in read.collector.findings}
    for finding in read.collector.findings:
        assert finding.to_dict()["what"]["zh"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(SOUND[:2]),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(32, 126)), min_size=1, max_size=8),
    part=st.sampled_from(
        ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet4.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]
    ),
)
def test_no_content_makes_a_reader_fail(tmp_path: Path, name: str, changes: list[tuple[float, int]], part: str) -> None:
    def spoil(entry: str, content: bytes) -> bytes:
        spoiled = bytearray(content)
        for where, byte in changes if entry == part else ():
            spoiled[int(where * len(spoiled))] = byte
        return bytes(spoiled)

    path = tmp_path / name
    path.write_bytes(repack((FOLDER / name).read_bytes(), spoil))
    read = read_file((path, name))
    assert "reader_failed" not in {finding.code for finding in read.collector.findings}
    assert all(finding.to_dict()["fix"]["en"] for finding in read.collector.findings)


def test_a_template_filled_with_made_up_data_says_so(tmp_path: Path) -> None:
    """As every file of the demo city does; a template of real data says the contrary and is not taken for made up."""
    for synthetic in (True, False):
        write_template("school", tmp_path / "t.xlsx", year=2025, synthetic=synthetic)
        assert read_file((tmp_path / "t.xlsx", "t.xlsx")).source.synthetic is synthetic

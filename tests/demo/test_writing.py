from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from junheng.demo.city import City
from junheng.demo.writing import Job, of_county, write_county
from junheng.facts.contracts import contract

COUNTY = "410105"


def job(city: City, folder: Path, year: int, *, single: bool) -> Job:
    return Job(city.seed, of_county(city.facts[year], COUNTY), COUNTY, folder, single)


def test_a_countys_facts_are_its_own_and_nobody_elses(small: City) -> None:
    facts = of_county(small.facts[2025], COUNTY)
    assert set(facts["schools"]["county_code"]) == {COUNTY}
    codes = set(facts["schools"]["school_code"])
    for name, frame in facts.tables.items():
        if contract(name).level == "county":
            assert set(frame["county_code"]) == {COUNTY}
        else:
            assert set(frame["school_code"]) <= codes
    assert facts["sections"].height >= len(codes)


def test_every_school_gets_its_workbook_beside_the_two_templates(small: City, tmp_path: Path) -> None:
    one = job(small, tmp_path / "金水区", 2025, single=True)
    assert write_county(one) == one.files == len(list(one.folder.iterdir()))
    codes = set(one.facts["schools"]["school_code"])
    assert {path.stem for path in one.folder.iterdir()} == {
        *codes,
        "金水区2025学校填报",
        "金水区2025区县填报",
    }


def test_earlier_years_are_one_sheet_for_all_schools(small: City, tmp_path: Path) -> None:
    one = job(small, tmp_path / "金水区", 2023, single=False)
    assert write_county(one) == one.files == len(list(one.folder.iterdir()))
    assert (one.folder / "金水区2023教育统计汇总.xlsx").exists()


def test_every_file_says_that_it_is_synthetic(small: City, tmp_path: Path) -> None:
    write_county(job(small, tmp_path, 2025, single=True))
    write_county(job(small, tmp_path, 2023, single=False))
    for path in tmp_path.glob("*.xlsx"):
        book = CalamineWorkbook.from_path(str(path))
        texts = " ".join(
            str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
        )
        assert "合成" in texts, path.name


def test_the_same_job_writes_the_same_contents(small: City, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_county(job(small, tmp_path / folder, 2025, single=True))
    for first in (tmp_path / "a").iterdir():
        assert contents(first) == contents(tmp_path / "b" / first.name)


def contents(path: Path) -> dict[str, bytes]:
    """The parts of a workbook, without the hour it was saved at."""
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


def test_an_untidy_workbook_differs_from_the_tidy_one(small: City, tmp_path: Path) -> None:
    tidy = job(small, tmp_path / "a", 2025, single=True)
    code = tidy.facts["schools"]["school_code"][0]
    untidy = Job(tidy.seed, tidy.facts, COUNTY, tmp_path / "b", single=True, untidy=frozenset({code}))
    write_county(tidy)
    write_county(untidy)
    assert (tidy.folder / f"{code}.xlsx").stat().st_size != (untidy.folder / f"{code}.xlsx").stat().st_size

"""Files of pay and programmes as the commands read them."""

from pathlib import Path

import polars as pl

from junheng.demo.city import City
from junheng.demo.teachers import city_teachers
from junheng.demo.workforce import workforce_told
from junheng.demo.workforce_writing import write_workforce

BOM = b"\xef\xbb\xbf"


def test_every_table_is_a_file_that_a_spreadsheet_opens_and_that_says_what_it_is(small: City, tmp_path: Path) -> None:
    folder = write_workforce(small, city_teachers(small), tmp_path)
    written = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*.csv")}
    assert set(written) == {
        *(f"pay/{one}.csv" for one in ("pools", "pay", "wages")),
        *(f"talent/{one}.csv" for one in ("programmes", "trainings", "rural")),
    }
    for one in written.values():
        assert one.read_bytes().startswith(BOM)
        assert set(pl.read_csv(one)["note"]) == {workforce_told()["note"]}

"""The blank workbook is one that the import takes, heading by heading."""

from collections.abc import Mapping

import pytest

from junheng.policy.text import Language
from junheng.teachers import read, tables
from junheng.teachers.columns import headed
from junheng.web.personnel.blank import blank_workbook
from junheng.web.personnel.importing import PRIVATE
from junheng.web.personnel.sheets import TABLES, read_sheets
from junheng.web.workforce.tables_of import TABLES as KINDS


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("names", [TABLES, *KINDS.values()])
def test_every_heading_is_known_when_it_comes_back(names: tuple[str, ...], language: Language) -> None:
    private = [one[0 if language == "zh" else 1] for one in PRIVATE.values()]
    content = blank_workbook([tables()[one] for one in names], {names[0]: private}, language)
    sheets = read_sheets([("blank.xlsx", content)], names)
    assert not sheets.faults
    assert tuple(sheets.found) == names
    for name, sheet in sheets.found.items():
        ignored = set(read(sheet.text, tables()[name]).ignored)
        assert ignored == (set(private) if name == names[0] else set())
        columns = {column.id for column, _ in headed(tables()[name], sheet.text.columns).values()}
        assert columns == {one.id for one in tables()[name].columns}


def test_subjects_and_wishes_have_columns_of_their_own() -> None:
    content = blank_workbook([tables()[one] for one in ("teachers", "schools")], {}, "zh")
    held: Mapping[str, list[str]] = {
        name: one.text.columns for name, one in read_sheets([("空白.xlsx", content)]).found.items()
    }
    assert {"志愿_1", "志愿_2", "志愿_3"} < set(held["teachers"])
    assert {"需求_语文", "需求_音乐"} < set(held["schools"])

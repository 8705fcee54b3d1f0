"""The flat export: lost merges, sections by column or by school, units in headers, uncounted schools."""

import polars as pl
import pytest

from junheng.facts.collect import Collector
from junheng.facts.findings import Outcome
from junheng.facts.grid import Cell, Grid
from junheng.facts.readers.flat import header_of, is_flat, read_flat
from junheng.facts.tables import Facts

CODE = "2141000001"
HEAD = ("学校标识码", "学校名称", "办学类型", "是否计校数", "原校标识码")


def grid(columns: dict[str, list[Cell]], *, rows: int = 1) -> Grid:
    """A sheet with the school's own columns and further ones by header path."""
    own: dict[str, list[Cell]] = {
        HEAD[0]: [f"{int(CODE) + number}" for number in range(rows)],
        HEAD[1]: [f"合成{number}小" for number in range(rows)],
        HEAD[2]: ["211"] * rows,
    }
    whole = {**own, **columns}
    paths = [name.split("/") for name in whole]
    depth = max(map(len, paths))
    head: list[list[Cell]] = [[path[level] if level < len(path) else "" for path in paths] for level in range(depth)]
    return Grid("a.xlsx", "导出", [*head, *([values[row] for values in whole.values()] for row in range(rows))])


def read(sheet: Grid) -> tuple[Facts, Collector]:
    collector = Collector()
    assert read_flat([sheet], collector)
    return collector.facts(2023), collector


def codes(collector: Collector) -> list[str]:
    return [one.code for one in collector.findings]


def test_group_labels_are_carried_to_the_right_where_merges_were_lost() -> None:
    rows: list[list[Cell]] = [
        ["学校标识码", "学校名称", "办学类型", "专任教师", "", "", "教学及辅助用房"],
        ["", "", "", "#按学历分", "", "#按授课课程分", "计"],
        ["", "", "", "硕士研究生", "本科", "体育与健康", ""],
        [CODE, "合成一小", "小学", 2.0, 20.0, 3.0, 1000.0],
    ]
    facts, collector = read(Grid("a.xlsx", "导出", rows))
    row = facts["teachers"].row(0, named=True)
    assert (row["degree_master"], row["degree_bachelor"], row["pe_teachers"]) == (2, 20, 3)
    assert facts["rooms"]["teaching_area"].item() == 1000.0
    assert codes(collector) == []


def test_titles_above_the_header_and_blank_rows_do_not_matter() -> None:
    sheet = grid({"在校生数/合计": [540.0]})
    rows: list[list[Cell]] = [["2023学年导出表"], [], *sheet.rows[:2], *[[], *sheet.rows[2:]]]
    assert header_of(Grid("a", "b", rows)) == (3, 6)
    facts, _ = read(Grid("a", "b", rows))
    assert facts["sections"]["pupils"].to_list() == [540]


@pytest.mark.parametrize(
    ("header", "value"), [("教学仪器设备资产值（万元）", 125000.0), ("教学仪器设备资产值（元）", 12.5)]
)
def test_the_header_says_the_unit(header: str, value: float) -> None:
    facts, _ = read(grid({"小学/在校生数/合计": [5.0], f"固定资产总值/{header}": [12.5]}))
    assert facts["money"]["equipment_value_yuan"].item() == value


def test_columns_without_a_section_belong_to_the_only_one() -> None:
    facts, _ = read(grid({"在校生数/合计": [540.0], "专任教师/#按学历分/本科": [20.0]}))
    assert facts["sections"]["section"].to_list() == ["primary"]
    assert facts["teachers"].select("section", "degree_bachelor").row(0) == ("primary", 20)


def test_a_school_of_two_sections_must_say_which() -> None:
    columns: dict[str, list[Cell]] = {"办学类型": ["312"], "在校生数/合计": [900.0], "专任教师/#按学历分/本科": [60.0]}
    facts, collector = read(grid(columns))
    finding = next(one for one in collector.findings if one.code == "section_not_told")
    assert finding.outcome is Outcome.REJECTED
    assert "在校学生人数" in finding.what("zh")
    assert facts["sections"]["pupils"].to_list() == [None, None]
    assert facts["teachers"].select("section", "degree_bachelor").row(0) == ("all", 60)


def test_arts_is_the_total_of_its_group() -> None:
    path = "小学/专任教师/#按授课课程分/艺术/"
    facts, _ = read(grid({f"{path}计": [7.0], f"{path}音乐": [3.0], f"{path}美术": [2.0]}))
    row = facts["teachers"].row(0, named=True)
    assert (row["music_teachers"], row["fine_art_teachers"], row["arts_teachers"]) == (3, 2, 2)
    assert facts.cells.filter(pl.col("field") == "arts_teachers").height == 3


def test_arts_alone_is_the_whole() -> None:
    facts, _ = read(grid({"小学/专任教师/#按授课课程分/艺术/计": [7.0]}))
    assert facts["teachers"]["arts_teachers"].item() == 7


def test_one_fact_in_two_columns() -> None:
    _, collector = read(grid({"小学/在校生数/合计": [540.0], "小学/在校学生数/计": [541.0]}))
    finding = next(one for one in collector.findings if one.code == "column_twice")
    assert finding.place.column == 5


@pytest.mark.parametrize(("cell", "code"), [("", "row_without_code"), ("21410", "bad_school_code")])
def test_a_row_without_a_sound_code(cell: str, code: str) -> None:
    sheet = grid({"小学/在校生数/合计": [1.0, 2.0]}, rows=2)
    sheet.rows[-1][0] = cell
    facts, collector = read(sheet)
    assert codes(collector) == [code]
    assert facts["schools"].height == 1


def uncounted(**more: list[Cell]) -> Grid:
    base: dict[str, list[Cell]] = {"是否计校数": ["是", "否"], "原校标识码": ["", CODE]}
    return grid({**base, **{name.replace("__", "/"): values for name, values in more.items()}}, rows=2)


def test_numbers_are_added_and_grades_are_not() -> None:
    sheet = uncounted(
        小学__在校生数__合计=[500.0, 40.0], 小学__学段学生情况__年级数=[6.0, 3.0], 网络多媒体教室=[12.0, ""]
    )
    facts, collector = read(sheet)
    assert facts["sections"].select("pupils", "grades").row(0) == (540, 6)
    assert facts["rooms"]["multimedia_classrooms"].item() == 12
    assert codes(collector) == ["uncounted_schools_merged"]


def test_a_blank_parent_stays_blank() -> None:
    facts, collector = read(uncounted(小学__在校生数__合计=["", 40.0]))
    assert facts["sections"]["pupils"].to_list() == [None]
    assert "uncounted_parent_blank" in codes(collector)


def test_a_wrong_cell_of_the_child_takes_the_sum_with_it() -> None:
    facts, collector = read(uncounted(小学__在校生数__合计=[500.0, "四十"]))
    assert "not_a_number" in codes(collector)
    assert facts["sections"]["pupils"].to_list() == [None]


def test_a_parent_that_does_not_count_itself_is_no_parent() -> None:
    sheet = uncounted(小学__在校生数__合计=[500.0, 40.0])
    sheet.rows[-2][3] = "否"
    facts, collector = read(sheet)
    assert codes(collector) == ["parent_not_found", "parent_not_found"]
    assert facts["schools"].is_empty()


def test_other_sheets_are_not_the_export() -> None:
    assert not is_flat(Grid("a", "b", [["菜名", "价格"], ["豆腐", 3.0]]))
    assert not is_flat(Grid("a", "b", [["学校标识码", "学校名称", "办学类型"], [CODE, "合成", "211"]]))
    assert not read_flat([Grid("a", "b", [])], Collector())


def test_hidden_and_other_sheets_are_named() -> None:
    collector = Collector()
    hidden = Grid("a.xlsx", "旧", [["x"]], hidden=True)
    assert read_flat([grid({"在校生数/合计": [1.0]}), hidden, Grid("a.xlsx", "附", [["y"]])], collector)
    assert [(one.code, one.place.sheet) for one in collector.findings] == [
        ("hidden_sheet", "旧"),
        ("unknown_sheet", "附"),
    ]

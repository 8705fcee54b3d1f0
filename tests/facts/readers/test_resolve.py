"""Places of a form on a sheet, whatever was shifted, inserted or renamed."""

from junheng.facts.grid import Cell, Grid
from junheng.facts.readers.layout import load_layout
from junheng.facts.readers.resolve import Resolved, resolve, title_text

LAYOUT = load_layout()
HEAD: list[list[Cell]] = [
    ["小学分类型学生数"],
    ["表号：教基3112"],
    ["指标名称", "代码", "招生数", "在校生数", "其中：女", "一年级", "二年级"],
    ["甲", "乙", "1", "2", "3", "4", "5"],
]
BODY: list[list[Cell]] = [["总计", "01", 90.0, 540.0, 260.0, 90.0, 450.0], ["其中：女", "02", 40.0, 260.0]]


def places(rows: list[list[Cell]], number: str = "3112", sections: tuple[str, ...] = ("primary",)) -> Resolved:
    found = resolve(Grid("a.xlsx", "表", rows), LAYOUT.forms[number], LAYOUT, sections)
    assert found is not None
    return found


def spots(found: Resolved) -> dict[str, tuple[tuple[int, int], ...]]:
    return {one.rule.field.id: one.spots for one in found.found}


def test_rows_and_columns_by_their_texts() -> None:
    found = places(HEAD + BODY)
    assert spots(found) == {"pupils": ((5, 4),), "grades": ((5, 6), (5, 7))}
    assert any("三年级" in label for label in found.missing)


def test_a_shifted_start_and_an_inserted_column() -> None:
    shifted: list[list[Cell]] = [[], ["", ""], *([["", *row[:2], "新列", *row[2:]] for row in HEAD + BODY])]
    found = places(shifted)
    assert spots(found)["pupils"] == ((7, 6),)
    assert [(row, column) for row, column, _ in found.unknown] == [(None, 4)]


def test_spellings_of_the_labels() -> None:
    rows = [list(row) for row in HEAD + BODY]
    rows[2][3] = "在校\n学生数（人）"
    rows[4][0] = "　合　计"
    assert spots(places(rows))["pupils"] == ((5, 4),)


def test_an_unknown_row_is_named_and_notes_are_not() -> None:
    found = places([*HEAD, *BODY, ["其中：外星学生", "03", 1.0], ["填表说明：无"]])
    assert found.unknown == ((7, None, "其中：外星学生"),)
    assert found.last == 7


def test_two_columns_of_one_name_are_not_guessed() -> None:
    rows = [list(row) for row in HEAD + BODY]
    rows[2][4] = "在校生数"
    found = places(rows)
    assert "pupils" not in spots(found)
    assert "总计/在校生数" in found.missing


def test_blocks_by_section() -> None:
    rows: list[list[Cell]] = [
        ["指标名称", "代码", "合计"],
        ["小学", "01", 30.0],
        ["体育与健康", "02", 2.0],
        ["初中", "03", 40.0],
        ["体育与健康", "04", 3.0],
    ]
    found = places(rows, "4153", ("primary", "junior"))
    pe = {one.section: one.spots for one in found.found if one.rule.field.id == "pe_teachers"}
    assert pe == {"primary": ((3, 3),), "junior": ((5, 3),)}
    assert found.blocks == {"primary", "junior"}


def test_a_form_without_block_labels_belongs_to_the_only_section() -> None:
    rows: list[list[Cell]] = [["指标名称", "代码", "合计"], ["总计", "01", 30.0], ["美术", "02", 2.0]]
    found = places(rows, "4153", ("junior",))
    assert {one.section for one in found.found} == {"junior"}


def test_another_table_is_not_recognised() -> None:
    assert resolve(Grid("a.xlsx", "表", [["菜单", "价格"], ["豆腐", 3.0]]), LAYOUT.forms["3112"], LAYOUT, ()) is None


def test_sheets_alike_in_labels_share_the_answer_and_others_do_not() -> None:
    other = [list(row) for row in HEAD + BODY]
    other[4][3] = 999.0
    assert places(HEAD + BODY) is places(other)
    other[2][2], other[2][3] = other[2][3], other[2][2]
    assert spots(places(other))["pupils"] == ((5, 3),)


def test_title_text() -> None:
    assert title_text(Grid("a", "b", HEAD)).startswith("小学分类型学生数 表号：教基3112")

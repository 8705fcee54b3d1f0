"""What a reader sees of a value."""

from junheng.balance.model import State
from junheng.policy import Text
from junheng.publish.display import cell_text, footnotes, grid, heading, joined, plain_text
from junheng.publish.table import Column, Table

NUMBER = Column("n", Text("面积", "Area"), "number", "㎡", 2)


def test_a_value_that_is_not_reported_is_a_dash_and_zero_is_zero() -> None:
    assert cell_text(NUMBER, None, "zh") == "—"
    assert cell_text(NUMBER, 0, "zh") == "0.00"


def test_numbers_are_rounded_by_their_column() -> None:
    assert cell_text(NUMBER, 4.005, "zh") == "4.01"
    assert cell_text(Column("n", Text("数", "N"), "number"), 4.005, "zh") == "4.005"
    assert cell_text(NUMBER, 1234567.891, "zh") == "1,234,567.89"


def test_states_texts_and_truths_speak_the_language() -> None:
    assert [plain_text(State.NOT_JUDGED, one) for one in ("zh", "en")] == ["未评定", "Not judged"]
    assert plain_text(Text("区", "county"), "en") == "county"
    assert (plain_text(True, "zh"), plain_text(False, "en")) == ("是", "No")


def test_control_characters_do_not_reach_an_office_file() -> None:
    assert plain_text("甲\x00乙\x0b\n丙", "zh") == "甲乙\n丙"


def test_a_heading_carries_its_unit() -> None:
    assert heading(NUMBER, "zh") == "面积（㎡）"
    assert heading(NUMBER, "en") == "Area (㎡)"
    assert heading(Column("a", Text("甲", "A")), "zh") == "甲"
    assert heading(Column("m", Text("路程", "Mean way"), "number", "米"), "en") == "Mean way (m)"
    assert heading(Column("b", Text("班数", "Classes"), "number", "班"), "en") == "Classes"
    assert heading(Column("c", Text("儿童", "Children"), "number", "人"), "en") == "Children"


def test_footnotes_are_notes_then_source() -> None:
    table = Table("t", Text("表", "T"), (NUMBER,), ((None,),), (Text("甲：乙", "a: b"),), "教督〔2017〕6号")
    assert footnotes(table, "zh") == ["注：甲：乙", "来源：教督〔2017〕6号"]
    assert footnotes(table, "en") == ["Note: a: b", "Source: 教督〔2017〕6号"]
    assert grid(table, "zh") == [["—"]]


def test_several_texts_become_one() -> None:
    assert joined([Text("甲", "a"), Text("乙", "b")]) == Text("甲；乙", "a; b")
    assert joined(()) is None

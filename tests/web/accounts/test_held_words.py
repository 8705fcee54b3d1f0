"""A held form speaks in the words of its page."""

from django.utils.translation import override

from junheng.web.accounts.held import Held
from junheng.web.accounts.held_words import rows_of


def labels(*fields: tuple[str, str]) -> list[str | None]:
    return [one.label for one in rows_of(Held("/x/", fields))]


def test_fields_of_a_report_have_their_titles_in_both_languages() -> None:
    typed = (("rooms..teaching_area", "3"), ("teachers.primary.teachers", "4"), ("rooms..books.none", "1"))
    assert labels(*typed) == [
        "校舍场地与教室 · 教学及辅助用房总面积",
        "学段专任教师情况 · 专任教师数（小学）",
        "校舍场地与教室 · 图书册数：不适用",
    ]
    with override("en"):
        assert all(one and one.isascii() for one in (label.replace("·", "") for label in labels(*typed) if label))


def test_a_remark_is_about_its_field() -> None:
    assert labels(("note|sections|primary|pupils", "核实")) == ["学段学生情况 · 在校学生人数（小学）的退回理由"]


def test_what_the_page_carries_and_empty_fields_are_not_listed_but_sent() -> None:
    fields = (("revision", "3"), ("token", "x"), ("rooms..books", " "), ("reason", "误填"), ("odd", ""))
    rows = rows_of(Held("/x/", fields))
    assert [one.label for one in rows] == [None, None, None, "理由", "odd"]
    assert [(one.name, one.value) for one in rows] == list(fields)


def test_a_name_that_only_looks_like_a_field_is_itself() -> None:
    assert labels(("rooms", "1"), ("note|", "1"), ("a.b.c", "1"), (".none", "1")) == [
        "rooms",
        "note|",
        "a.b.c",
        ".none",
    ]

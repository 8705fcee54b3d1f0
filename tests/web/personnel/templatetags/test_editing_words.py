"""Addresses and names of the editor's page."""

from junheng.web.personnel.narrowing import Narrowing
from junheng.web.personnel.templatetags.editing_words import named, narrowed, turned


def test_a_link_changes_one_choice_and_keeps_the_others() -> None:
    asked = Narrowing(kind="all", teacher="t1", page="2")
    assert narrowed(asked, teacher="t2", to="") == "kind=all&teacher=t2&page=2"
    assert turned(asked, "page", 3) == "kind=all&teacher=t1&page=3"


def test_a_school_without_a_name_is_called_by_its_code() -> None:
    assert [named({"1": "甲校"}, one) for one in ("1", "2")] == ["甲校", "2"]

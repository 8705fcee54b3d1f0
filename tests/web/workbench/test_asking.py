"""Forms of studies, read strictly."""

import pytest

from junheng.policy.text import Text
from junheng.web.workbench.asking import Asking

TITLE = Text("数", "number")


def test_an_empty_field_is_its_default() -> None:
    asking = Asking({"a": " "})
    assert asking.whole("a", TITLE, 1, 9, None) is None
    assert asking.number("b", TITLE, 0, 1, 0.5) == 0.5
    assert asking.choice("c", TITLE, ("x", "y"), "y") == "y"
    assert asking.faults == []


@pytest.mark.parametrize("said", ["0", "10", "2.5", "x", "nan", "1e1"])
def test_a_whole_number_lies_between_its_ends(said: str) -> None:
    asking = Asking({"a": said})
    assert asking.whole("a", TITLE, 1, 9, 4) == 4
    assert len(asking.faults) == 1


@pytest.mark.parametrize("said", ["nan", "inf", "-1", "11", ""])
def test_numbers_that_are_none_are_faults(said: str) -> None:
    asking = Asking({"a": said or "?"})
    assert asking.number("a", TITLE, 0, 10, None) is None
    assert asking.faults[0].en.startswith("“number” must be")


def test_all_faults_are_told_at_once() -> None:
    asking = Asking({"a": "x", "b": "y", "c": "z"})
    asking.whole("a", TITLE, 0, 1, 0)
    asking.number("b", TITLE, 0, 1, 0)
    asking.choice("c", TITLE, ("p",), "p")
    assert len(asking.faults) == 3

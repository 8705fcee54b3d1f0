"""A hidden result says so and its cells are suppressed; any other keeps its value."""

from junheng.publish import SUPPRESSED
from junheng.publish.disclosure_marks import HiddenIndicator, HiddenSchool, cell, hidden
from tests.web import factories


def test_cells_of_hidden_results() -> None:
    held = HiddenIndicator("L1", "primary", None, None, 0.5, True, 3, 0)
    assert hidden(held)
    assert cell(held, None) is SUPPRESSED
    school = HiddenSchool("1", "甲", "primary", None, {}, {}, True, ())
    assert cell(school, 3.0) is SUPPRESSED


def test_cells_of_others() -> None:
    assert not hidden(factories.school())
    assert cell(factories.school(), 3.0) == 3.0
    assert cell(factories.school(), None) is None

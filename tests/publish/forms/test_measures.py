"""The type is as large as the width of the page allows."""

import pytest

from junheng.publish.forms.measures import FULL_SIZE, TEXT_WIDTH, shares, size
from junheng.publish.forms.paper import Ruled


def ruled(*widths: float) -> Ruled:
    return Ruled(widths, (), 0)


@pytest.mark.parametrize(("widths", "points"), [((60, 60), FULL_SIZE), ((100, 75), 8.0), ((140, 141), 5.0)])
def test_the_type_shrinks_with_the_width_of_the_table(widths: tuple[float, ...], points: float) -> None:
    assert size(ruled(*widths)) == points


def test_columns_share_the_page_as_in_the_workbook() -> None:
    assert shares(ruled(10, 30)) == [0.25, 0.75]
    assert TEXT_WIDTH == 267

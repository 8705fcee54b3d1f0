"""How a ruled table of a form fits an A4 page on its side, whatever it is set with."""

from junheng.publish.forms.paper import Ruled

PAGE = (297, 210)
MARGINS = {"top": 20, "bottom": 18, "left": 15, "right": 15}
"""Millimetres."""
TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
FULL_SIZE = 10.0
"""Points, as in the workbook."""
CHARACTER = 1.9
"""Millimetres of one unit of a workbook's column width at that size."""
STEP = 2
"""Sizes go by half points."""


def size(ruled: Ruled) -> float:
    """The type in points: smaller where the workbook too would be shrunk to the width of the page."""
    fitting = FULL_SIZE * min(1.0, TEXT_WIDTH / (sum(ruled.widths) * CHARACTER))
    return int(STEP * fitting) / STEP


def shares(ruled: Ruled) -> list[float]:
    """The part of the page's width that each column takes, summing to 1."""
    return [one / sum(ruled.widths) for one in ruled.widths]

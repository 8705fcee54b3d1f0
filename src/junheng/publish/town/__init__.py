"""A town of points on paper: the gap and the sites as tables and maps.

``gap_table`` shows where seats are missing, ``sites_table``, ``assignment_table`` and ``curve_table`` what a siting
opens and who then goes where; ``point_map`` draws either.
"""

from junheng.publish.town.maps import Dot, Drawing, Mark, point_map
from junheng.publish.town.tables import assignment_table, boarding_table, curve_table, gap_table, sites_table
from junheng.publish.town.write import write_town

__all__ = [
    "Dot",
    "Drawing",
    "Mark",
    "assignment_table",
    "boarding_table",
    "curve_table",
    "gap_table",
    "point_map",
    "sites_table",
    "write_town",
]

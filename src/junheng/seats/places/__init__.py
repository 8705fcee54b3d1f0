"""Areas, schools and sites as tables, with every fault of them named.

``point_table`` reads points from text; ``from_gcj02`` and ``to_degrees`` bring coordinates to CGCS2000/WGS84 degrees.
"""

from junheng.seats.places.crs import to_degrees
from junheng.seats.places.gcj02 import from_gcj02, to_gcj02
from junheng.seats.places.point_table import LINE, PointTable, point_table

__all__ = ["LINE", "PointTable", "from_gcj02", "point_table", "to_degrees", "to_gcj02"]

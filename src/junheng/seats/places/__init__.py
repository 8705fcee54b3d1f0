"""Areas, schools and sites as tables, with every fault of them named.

``Places.of`` takes the tables, ``check_places`` names what is wrong with them; ``from_polygons`` and ``from_points``
tell which areas lie next to each other. ``point_table`` reads points from text, ``counts`` the numbers beside them,
``ways`` the table of ways; ``nearest_area`` says where a point belongs. ``from_gcj02`` and ``to_degrees`` bring
coordinates to degrees of CGCS2000/WGS84.
"""

from junheng.seats.places.adjacency import Adjacency, from_points, from_polygons
from junheng.seats.places.capacity import Capacity, capacity
from junheng.seats.places.check_points import outside
from junheng.seats.places.checks import Findings, check_places
from junheng.seats.places.counts import counts, named
from junheng.seats.places.crs import to_degrees
from junheng.seats.places.gcj02 import from_gcj02, to_gcj02
from junheng.seats.places.nearest import nearest_area
from junheng.seats.places.point_table import LINE, PointTable, point_table
from junheng.seats.places.sphere import RADIUS, Flat, haversine
from junheng.seats.places.tables import SECTION_AGES, Places
from junheng.seats.places.ways import Ways, ways

__all__ = [
    "LINE",
    "RADIUS",
    "SECTION_AGES",
    "Adjacency",
    "Capacity",
    "Findings",
    "Flat",
    "Places",
    "PointTable",
    "Ways",
    "capacity",
    "check_places",
    "counts",
    "from_gcj02",
    "from_points",
    "from_polygons",
    "haversine",
    "named",
    "nearest_area",
    "outside",
    "point_table",
    "to_degrees",
    "to_gcj02",
    "ways",
]

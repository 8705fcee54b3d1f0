"""Which school every small area goes to: one school per area, each zone in one piece around its school.

``redraw`` looks for better zones of a county map (``ZoneMap``, read by ``zoning_case``) within a time; ``editing`` is
the same plan under a person's hands, ``reasons`` says why a wish cannot be met, ``shapes`` hands zones on as GeoJSON,
words and rows.
"""

from junheng.seats.zoning.check import complaints
from junheng.seats.zoning.lcps import LEVELS, Tables, ZoningCase, zoning_case
from junheng.seats.zoning.objective import Weights, Zones, objective, zones
from junheng.seats.zoning.redraw import Redrawn, redraw
from junheng.seats.zoning.zone_map import Plan, ZoneMap, neighbours

__all__ = [
    "LEVELS",
    "Plan",
    "Redrawn",
    "Tables",
    "Weights",
    "ZoneMap",
    "Zones",
    "ZoningCase",
    "complaints",
    "neighbours",
    "objective",
    "redraw",
    "zones",
    "zoning_case",
]

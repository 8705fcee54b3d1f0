"""Where seats will be missing: ``seat_gap`` sets children against seats, by area, section and year; ``what_if`` asks
what another birth rate, new housing or another class norm would change; ``town_gap`` does the first for points with
ways between them, ``coverage`` says who has a school within which radius."""

from junheng.seats.gap.coverage import coverage
from junheng.seats.gap.gap import SeatGap, seat_gap
from junheng.seats.gap.seated import Seated, seated
from junheng.seats.gap.town import Town, TownGap, town_gap, unpeopled
from junheng.seats.gap.what_if import Change, Compared, what_if

__all__ = [
    "Change",
    "Compared",
    "SeatGap",
    "Seated",
    "Town",
    "TownGap",
    "coverage",
    "seat_gap",
    "seated",
    "town_gap",
    "unpeopled",
    "what_if",
]

"""Where seats will be missing: ``seat_gap`` sets children against seats, by area, section and year; ``what_if`` asks
what another birth rate, new housing or another class norm would change."""

from junheng.seats.gap.gap import SeatGap, seat_gap
from junheng.seats.gap.what_if import Change, Compared, what_if

__all__ = ["Change", "Compared", "SeatGap", "seat_gap", "what_if"]

"""How far children walk: road distances from small areas to schools.

``network_of`` makes a network from nodes and edges, ``split_lines`` nodes and edges from any layer of lines;
``travel`` brings areas and schools onto it and measures all pairs within a limit; ``check_roads`` computes some of them
again with another method; ``answer`` does it all for one ``Question`` and reports. Points that lie on no road are
measured straight, and every pair says which of the two it is.
"""

from junheng.seats.travel.check import Check, WrongDistancesError, check_roads
from junheng.seats.travel.lines import split_lines
from junheng.seats.travel.modes import MODES, Mode
from junheng.seats.travel.network import Network, network_of
from junheng.seats.travel.pairs import Pairs
from junheng.seats.travel.points import Points
from junheng.seats.travel.question import Answer, Question, answer
from junheng.seats.travel.snapping import Snapped, snap
from junheng.seats.travel.straight import Detour
from junheng.seats.travel.travel import Travel, travel

__all__ = [
    "MODES",
    "Answer",
    "Check",
    "Detour",
    "Mode",
    "Network",
    "Pairs",
    "Points",
    "Question",
    "Snapped",
    "Travel",
    "WrongDistancesError",
    "answer",
    "check_roads",
    "network_of",
    "snap",
    "split_lines",
    "travel",
]

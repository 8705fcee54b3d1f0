"""Mixed-integer programs solved in a process of their own that can be killed, and what clashes where none can be.

Little is imported, so it starts fast.
"""

from junheng.programs.clash import smallest_clash
from junheng.programs.solver import NOTHING, Program, Solved, Solver

__all__ = ["NOTHING", "Program", "Solved", "Solver", "smallest_clash"]

"""Mixed-integer programs solved in a process of their own that can be killed; little is imported, so it starts fast."""

from junheng.programs.solver import NOTHING, Program, Solved, Solver

__all__ = ["NOTHING", "Program", "Solved", "Solver"]

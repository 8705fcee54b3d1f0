"""What tests of one process, or of processes side by side, need not each make for themselves."""

import fcntl
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from junheng.programs.solver import Solver
from junheng.seats import compiled

OWN = Solver._start, Solver.__exit__
"""How a solver begins and ends by itself."""
IDLE: list[subprocess.Popen[bytes]] = []
"""Children that have answered all they were asked and wait for the next plan."""


def keep_children(patch: pytest.MonkeyPatch) -> None:
    """A child whose block is left in order serves the next block: loading its solver takes longer than most plans."""
    begin, end = OWN

    def start(solver: Solver) -> None:
        if solver.child is None and IDLE:
            solver.child, solver.greeted = IDLE.pop(), True
        begin(solver)

    def leave(solver: Solver, kind: type[BaseException] | None, value: Any, trace: Any) -> None:
        if kind is None and solver.child is not None and solver.greeted:
            IDLE.append(solver.child)
            solver.child = None
        end(solver, kind, value, trace)

    patch.setattr(Solver, "_start", start)
    patch.setattr(Solver, "__exit__", leave)


def end_children() -> None:
    while IDLE:
        child = IDLE.pop()
        child.kill()
        child.communicate()


def compile_in_turn(patch: pytest.MonkeyPatch, lock: Path) -> None:
    """Of processes side by side one makes the machine code of a loop; the others wait for it and read it from disk."""
    load, held = compiled._library, _Turn(lock)

    @cache
    def library() -> Any:
        numba = load()
        from numba.core.dispatcher import Dispatcher

        alone = Dispatcher.compile

        def compile_(self: Any, signature: Any) -> Any:
            with held.taken():
                return alone(self, signature)

        patch.setattr(Dispatcher, "compile", compile_)
        return numba

    patch.setattr(compiled, "_library", library)


class _Turn:
    """A lock between processes that its holder may take again."""

    def __init__(self, path: Path) -> None:
        self.file = os.open(path, os.O_RDWR | os.O_CREAT)
        self.mine, self.depth = threading.RLock(), 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        with self.mine:
            if not self.depth:
                fcntl.flock(self.file, fcntl.LOCK_EX)
            self.depth += 1
            try:
                yield
            finally:
                self.depth -= 1
                if not self.depth:
                    fcntl.flock(self.file, fcntl.LOCK_UN)

"""Solvers as they are by themselves, each with a child of its own."""

from collections.abc import Iterator

import pytest

from junheng.programs.solver import Solver
from tests.sharing import OWN


@pytest.fixture(scope="module", autouse=True)
def _own_children(_shared: None) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Solver, "_start", OWN[0])
        patch.setattr(Solver, "__exit__", OWN[1])
        yield

"""The loops become machine code before the first test, so that no test's time goes to that."""

import pytest

from junheng.seats.medians import solve
from tests.seats.medians.small import shops, towns


@pytest.fixture(scope="session", autouse=True)
def _machine_code() -> None:
    for problem in (towns(0), shops(0)):
        solve(problem, 1)

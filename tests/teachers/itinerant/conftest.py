"""One child that solves programs for all tests."""

from collections.abc import Iterator

import pytest

from junheng.programs import Solver


@pytest.fixture(scope="module")
def solver() -> Iterator[Solver]:
    with Solver() as child:
        yield child

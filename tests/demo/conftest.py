"""The synthetic city in two sizes, drawn once."""

import pytest

from junheng.demo.city import City, generate

SMALL = 0.03


@pytest.fixture(scope="session")
def small() -> City:
    return generate(scale=SMALL)


@pytest.fixture(scope="session")
def whole() -> City:
    return generate()

"""A plan of the small city, made once."""

import pytest

from junheng.policy.text import Text
from junheng.publish.plan import Source
from junheng.seats.plan import Choices, plan
from tests.seats.plan.tiny import tiny

NAMES = {"A": "甲区", "B": "乙县"}


@pytest.fixture(scope="session")
def source() -> Source:
    base = tiny(each=24, addable=4)
    found = plan(base, Choices(years=(2026, 2030), seconds=0.2))
    return Source(found, base, NAMES, Text("合成数据", "synthetic data"))

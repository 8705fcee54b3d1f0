import pytest

from junheng.demo.kinds import KINDS
from junheng.demo.school import School


@pytest.mark.parametrize(("zone", "rural"), [("111", False), ("122", False), ("210", True), ("220", True)])
def test_townships_and_villages_are_rural(zone: str, rural: bool) -> None:
    assert School("1", "样例", "410185", KINDS["primary"], zone, 1, False, False, 1990, 2023).rural is rural


@pytest.mark.parametrize(
    ("kind", "judged"), [("primary", True), ("point", True), ("small_point", False), ("special", False)]
)
def test_special_and_the_smallest_schools_do_not_count(kind: str, judged: bool) -> None:
    assert School("1", "样例", "410185", KINDS[kind], "220", 1, False, False, 1990, 2023).judged is judged

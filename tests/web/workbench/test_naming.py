"""Codes become names, and nothing else changes."""

from junheng.policy.text import Text
from junheng.web.workbench.land import Land
from junheng.web.workbench.naming import in_names
from tests.web.workbench.ground import AREAS, A


def test_codes_of_areas_and_schools_become_names(land: Land) -> None:
    said = in_names(land, Text(f"{A} 就在片区 {AREAS[4]} 里，编号1234567", f"{A} stands in area {AREAS[4]}"))
    assert said.zh == "样例第1小学 就在片区 第2街道1号片区 里，编号1234567"
    assert said.en == "样例第1小学 stands in area 第2街道1号片区"

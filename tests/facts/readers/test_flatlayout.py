"""Every fact of the export has one header path, and the path leads back to the fact."""

import pytest

from junheng.facts.contracts import contract
from junheng.facts.readers.flatlayout import Fact, load_flat_layout, sectioned
from junheng.facts.readers.labels import norm

LAYOUT = load_flat_layout()


def test_every_measure_of_the_school_tables_has_a_path() -> None:
    wanted = {(table, field.id) for table in LAYOUT.tables for field in contract(table).measures}
    assert wanted | {("schools", "school_code")} == set(LAYOUT.paths)


@pytest.mark.parametrize("fact", LAYOUT.paths, ids=".".join)
def test_a_path_leads_back_to_its_fact(fact: Fact) -> None:
    path = tuple(LAYOUT.names.of(label) for label in LAYOUT.paths[fact] if norm(label) != "其中")
    if not sectioned(fact[0]):
        assert LAYOUT.fact_of(path) == (fact, None)
        return
    for section, name in LAYOUT.sections.items():
        assert LAYOUT.fact_of((LAYOUT.names.of(name), *path)) == (fact, section)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("教基1102", "县级以上骨干教师(小学)"), (("teachers", "backbone_teachers"), "primary")),
        (("教基1102", "县级以上骨干教师(普通高中)"), (("teachers", "backbone_teachers"), "senior")),
        (("专任教师", "按学历分", "博士研究生"), (("teachers", "degree_doctor"), None)),
        (("初中部", "在校生数", "合计"), (("sections", "pupils"), "junior")),
        (("网络多媒体教室",), (("rooms", "multimedia_classrooms"), None)),
        (("占地面积", "运动场地面积"), None),
        (("图书", "合计"), None),
        (("校长", "学历", "本科"), None),
        (("小学",), None),
        ((), None),
    ],
)
def test_fact_of(path: tuple[str, ...], found: tuple[Fact, str | None] | None) -> None:
    assert LAYOUT.fact_of(path) == found

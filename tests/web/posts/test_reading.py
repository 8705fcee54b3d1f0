"""Authorised posts in a file: what this site exports can be handed back, every fault is told."""

import pytest

from junheng.web.posts.reading import authorised_in

SCHOOLS = {"2141000001": "东小学", "2141000002": "西小学"}


def _read(text: str) -> tuple[list[dict[str, object]], str]:
    found = authorised_in("编制.csv", text.encode(), SCHOOLS)
    return found.lines, "；".join(one.zh for one in found.faults)


def test_a_table_with_staff_and_pool_is_read() -> None:
    lines, faults = _read(
        "学校（机构）标识码,学校,核定编制（个）,在编教职工（人）\n"
        '2141000001,东小学,30,28\n2141000002,西小学,"1,020",\n县统筹,,5,\n注：说明,,,\n'
    )
    assert faults == ""
    assert lines == [
        {"school": "2141000001", "posts": 30, "staff": 28},
        {"school": "2141000002", "posts": 1020, "staff": None},
        {"school": "", "posts": 5, "staff": 0},
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("学校,编制\n", "没有“学校（机构）标识码”和“核定编制”"),
        ("school_code,posts\n", "一行学校也没有"),
        ("school_code,posts\n2141000009,3\n", "本区县没有学校"),
        ("school_code,posts\n2141000001,3\n2141000001,4\n", "写了两行"),
        ("school_code,posts\n2141000001,很多\n", "应为不小于 0 的整数"),
        ("school_code,posts\n2141000001,\n", "没有核定编制"),
    ],
)
def test_faults(text: str, words: str) -> None:
    assert words in _read(text)[1]


def test_a_file_that_is_no_table_is_refused() -> None:
    found = authorised_in("x.xlsx", b"PK\x03\x04nonsense", SCHOOLS)
    assert found.faults
    assert found.lines == []

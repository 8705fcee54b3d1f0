"""CSV in the encodings and separators people use."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junheng.facts.csvfile import rows

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8", None), ("utf-8-sig", None), ("gb18030", "GB18030"), ("utf-16", "UTF-16")],
)
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_encodings_and_separators(encoding: str, note: str | None, separator: str) -> None:
    text = separator.join(("学校名称", "在校生数")) + "\r\n" + separator.join(("㐂𠮷小学", "12")) + "\r\n"
    assert rows(text.encode(encoding)) == ([["学校名称", "在校生数"], ["㐂𠮷小学", "12"]], note)


def test_quoted_separators_and_line_breaks_stay_in_the_cell() -> None:
    assert rows(b'a,"b,\n1"\n') == ([["a", "b,\n1"]], None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    assert rows(f"a,b{end}1,2{end}".encode())[0] == [["a", "b"], ["1", "2"]]


def test_bytes_of_no_encoding_do_not_raise() -> None:
    parsed, note = rows(b"a,\xff\xff\n1,2\0\n")
    assert note == "GB18030"
    assert parsed[1] == ["1", "2"]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read(table: list[list[str]]) -> None:
    target = io.StringIO()
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows([["甲", "乙", "丙"], *table])
    assert rows(target.getvalue().encode("utf-8-sig"))[0][1:] == table

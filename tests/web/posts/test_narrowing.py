"""The schools asked for, in the order asked for."""

import pytest

from junheng.policy.text import Text
from junheng.web.posts.narrowing import Choice, chosen
from junheng.web.posts.standing import School


def _school(code: str, name: str, need: int, posts: int | None, staff: int | None, *, small: bool = False) -> School:
    said = Text("", "")
    return School(code, name, None, small, ("primary",), need * 19, 6, need, said, False, posts, staff, True)


SCHOOLS = (
    _school("1", "东小学", 30, 20, 20),
    _school("2", "西小学", 20, 25, 26, small=True),
    _school("3", "南小学", 10, None, None),
)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, "123"),
        ({"q": "西"}, "2"),
        ({"q": "3"}, "3"),
        ({"section": "junior"}, ""),
        ({"kind": "short"}, "1"),
        ({"kind": "over"}, "2"),
        ({"kind": "overfull"}, "2"),
        ({"kind": "small"}, "2"),
        ({"kind": "unknown"}, "3"),
        ({"kind": "nonsense", "sort": "nonsense"}, "123"),
        ({"sort": "lacking"}, "132"),
        ({"sort": "over"}, "231"),
        ({"sort": "vacant"}, "132"),
        ({"sort": "pupils"}, "123"),
        ({"sort": "name"}, "132"),
    ],
)
def test_choices(said: dict[str, str], codes: str) -> None:
    assert "".join(one.code for one in chosen(SCHOOLS, Choice.of(said))) == codes

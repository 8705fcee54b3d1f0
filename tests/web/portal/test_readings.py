"""How names are typed: pinyin, initials, every reading of a polyphone, never more than fits."""

import pytest

from junheng.web.portal.readings import readings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("金水区实验小学", "jinshuiqushiyanxiaoxue"),
        ("重庆路小学", "chongqingluxiaoxue"),
        ("重庆路小学", "zhongqingluxiaoxue"),
    ],
)
def test_pinyin(name: str, typed: str) -> None:
    assert f"|{typed}|" in readings(name)[0]


def test_initials_of_every_reading() -> None:
    assert "|cqlxx|" in readings("重庆路小学")[1]
    assert "|zqlxx|" in readings("重庆路小学")[1]


def test_letters_and_digits_stay_and_signs_do_not() -> None:
    assert readings("第12学（A甲）")[1] == "|d12xaj|"
    assert readings("——") == ("", "")


def test_a_name_of_many_polyphones_fits() -> None:
    pinyin, initials = readings("重长行乐会说还朝" * 12)
    assert len(pinyin) <= 800
    assert len(initials) <= 200
    assert pinyin.endswith("|")

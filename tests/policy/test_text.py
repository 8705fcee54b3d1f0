import pytest

from junheng.policy import Text
from junheng.policy.text import listed


def test_chinese_is_what_a_text_prints() -> None:
    text = Text("班额", "Class size")
    assert str(text) == "班额"
    assert (text.in_("zh"), text.in_("en")) == ("班额", "Class size")


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [
        (1, "n0", "n0"),
        (5, "n0、n1、n2、n3、n4", "n0, n1, n2, n3, n4"),
        (7, "n0、n1、n2、n3、n4 等 7 个", "n0, n1, n2, n3, n4 and 2 more"),
    ],
)
def test_long_rows_of_names_are_cut_and_counted(count: int, zh: str, en: str) -> None:
    assert listed([f"n{at}" for at in range(count)]) == Text(zh, en)
    assert listed([f"n{at}" for at in range(7)], counted=False).zh == "n0、n1、n2、n3、n4 等"


def test_what_is_named_has_its_own_measure_word() -> None:
    assert listed(["a", "b", "c"], 2, counter="所") == Text("a、b 等 3 所", "a, b and 1 more")

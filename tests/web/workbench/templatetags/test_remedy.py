"""Words and numbers of the cheapest plans."""

import pytest
from django.utils.translation import override

from junheng.policy.text import Text
from junheng.web.workbench.remedy.prices import slots
from junheng.web.workbench.templatetags.remedy import exact, field, named, titles, yuan


@pytest.mark.parametrize(
    ("amount", "shown", "typed"),
    [
        (None, "—", ""),
        (120_000.0, "120,000", "120000"),
        (0.5, "0.50", "0.5"),
        (0.0, "0", "0"),
        (1.25e6, "1,250,000", "1250000"),
    ],
)
def test_numbers_as_read_and_as_typed(amount: float | None, shown: str, typed: str) -> None:
    assert (exact(amount), field(amount)) == (shown, typed)


def test_words_follow_the_language() -> None:
    two = slots("jiaodu-2017-6")[3:5]
    words = {"L1": Text("甲", "one"), "L2": Text("乙", "two")}
    with override("zh-hans"):
        assert yuan(2_000_000) == "200.00万元"
        assert titles(two) == "增加教学用房、增加运动场馆"
        assert named(["L1", "L2"], words) == "甲、乙"
    with override("en"):
        assert yuan(2_000_000) == "2.00 million yuan"
        assert titles(two) == "Add: Teaching area, Add: Sports area"
        assert named(["L1", "L2"], words) == "one, two"

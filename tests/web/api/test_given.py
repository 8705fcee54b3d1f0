"""Numbers of a program are the form of the page; what there is not is not passed over."""

import pytest

from junheng.web.api.given import NumberSaid, form_of
from junheng.web.kit.refusal import Refusal

ONE = NumberSaid(id="share.post", value=50.25, source="区办法")


def test_numbers_are_said_as_the_form_says_them() -> None:
    assert form_of([ONE], {"share.post"}) == {"share.post": "50.25", "share.post.source": "区办法"}


@pytest.mark.parametrize(
    ("said", "known", "why"), [([ONE], {"share"}, "没有数值"), ([ONE, ONE], {"share.post"}, "两次")]
)
def test_a_number_that_there_is_not_or_said_twice(said: list[NumberSaid], known: set[str], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        form_of(said, known)

"""Words of posts in templates."""

from junheng.web.posts.models import DecisionState
from junheng.web.posts.templatetags.posts import decision_look, number_title, own_words, whole


def test_an_unknown_count_is_a_dash_and_zero_is_not() -> None:
    assert [whole(one) for one in (None, "", 0, 1234)] == ["—", "—", "0", "1,234"]  # type: ignore[arg-type]


def test_numbers_and_states_have_words() -> None:
    assert number_title("small.tilt") == "向乡村小规模学校倾斜"
    assert number_title("gone") == "gone"
    assert decision_look(DecisionState.APPROVED) == "done"
    assert own_words("编制不足") == "编制不足"

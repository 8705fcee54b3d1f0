"""Decisions in words."""

from junheng.web.posts.models import DecisionKind, DecisionState, PostsDecision
from junheng.web.posts.showing import LOOKS, decision_title, kind_words, state_words


def test_every_kind_and_state_has_words_and_a_look() -> None:
    assert all(kind_words(one) for one in DecisionKind)
    assert all(state_words(one) and LOOKS[one] for one in DecisionState)


def test_a_title_names_round_and_what_is_undone() -> None:
    first = PostsDecision(number=3, kind=DecisionKind.COMPETITION, round=2)
    assert decision_title(first) == "3 跨校竞聘 第 2 轮"
    assert decision_title(PostsDecision(number=4, kind=DecisionKind.ALLOTMENT, undoes=first)).endswith("撤销决定 3")

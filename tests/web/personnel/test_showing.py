"""Words for people."""

from junheng.policy.text import Text
from junheng.web.personnel.models import RoundState
from junheng.web.personnel.showing import LOOKS, gap_words, in_names, share_words, state_words


def test_codes_become_names_and_nothing_else_does() -> None:
    said = in_names({"zh": "12 1.00→2.00；123", "en": "12 km"}, {"12": "一小"})
    assert said == Text("一小 1.00→2.00；123", "一小 km")
    assert in_names(Text("a", "b"), {}) == Text("a", "b")


def test_every_state_has_words_and_a_look() -> None:
    assert all(state_words(one) for one in RoundState)
    assert set(LOOKS) == set(RoundState)
    assert (share_words(0.1234), share_words(None), gap_words(0.00012)) == ("12.3%", "—", "0.012%")

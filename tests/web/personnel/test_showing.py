"""Words for people."""

from junheng.web.personnel.models import RoundState
from junheng.web.personnel.showing import LOOKS, dispersion_words, gap_words, share_words, state_words


def test_every_state_has_words_and_a_look() -> None:
    assert all(state_words(one) for one in RoundState)
    assert set(LOOKS) == set(RoundState)
    assert (share_words(0.1234), share_words(None), gap_words(0.00012)) == ("12.3%", "—", "0.012%")
    assert (dispersion_words(0.12345), dispersion_words(None)) == ("0.1235", "—")

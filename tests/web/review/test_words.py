"""Every state has a word, in both languages."""

import pytest
from django.utils.translation import override

from junheng.web.reporting.models import CorrectionState, RoundState, State
from junheng.web.reporting.moves import table
from junheng.web.review.words import correction_state_name, deed_name, round_state_name, state_name, way_name


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_state_has_a_word(language: str) -> None:
    with override(language):
        named = [state_name(one) for one in State.values] + [round_state_name(one) for one in RoundState.values]
        named += [correction_state_name(one) for one in CorrectionState.values]
        named += [way_name(one) for one in ("upload", "typed", "bulk")] + [deed_name(one) for one in table().moves]
    assert all(named)
    assert deed_name("unheard") == "unheard"
    chinese = any("一" <= letter <= "鿿" for letter in "".join(named))
    assert chinese is (language == "zh-hans")

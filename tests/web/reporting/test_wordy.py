"""Words of cells in the language of the page."""

from django.utils.translation import override

from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.web.reporting.wordy import cell_words, worded


def test_every_word_has_one_english() -> None:
    lists = {field.codes for rules in contracts().values() for field in rules.measures if field.codes}
    for name in lists:
        for title in code_list(name).codes.values():
            assert cell_words()[title.zh] == title


def test_words_are_said_and_the_rest_is_as_it_is() -> None:
    assert [worded(one) for one in ("是", "小学", 7, None, "某路1号")] == ["是", "小学", 7, None, "某路1号"]
    with override("en"):
        assert [worded(one) for one in ("否", "小学", 7)] == ["No", "Primary school", 7]

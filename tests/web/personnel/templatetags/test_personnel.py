"""Words for templates."""

from junheng.web.personnel.models import RoundState
from junheng.web.personnel.templatetags.personnel import counted, masked, points, round_look, standing_words, subject_of


def test_numbers_and_hidden_ones() -> None:
    assert (counted(None), counted(1200), points(None), points(1.5)) == ("*", "1,200", "—", "1.50")


def test_an_identity_number_shows_its_end() -> None:
    assert masked("11010519491231002X") == "**************002X"
    assert masked("12") == "12"


def test_words_of_rows() -> None:
    assert subject_of({"principal": True, "subject": None}) == "校长"
    assert subject_of({"principal": False, "subject": "music"}) == "音乐"
    assert subject_of({"subject": None}) == "—"
    assert standing_words("excluded") == "暂不交流"
    assert round_look(RoundState.PUBLISHED) == "done"

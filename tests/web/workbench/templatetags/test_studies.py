"""Words and numbers of studies."""

from junheng.web.workbench.templatetags.studies import goal, grouped, plain0, plain2


def test_numbers_read_alike_in_every_language() -> None:
    assert (plain0(99.6), plain2(0.456)) == ("100", "0.46")
    assert grouped(12345.4) == "12,345"
    assert grouped(None) == "—"


def test_words() -> None:
    assert goal("distance") == "总路程最短"

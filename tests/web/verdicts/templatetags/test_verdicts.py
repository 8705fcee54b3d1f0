"""Template words of the records."""

from junheng.web.verdicts.stage import Stage
from junheng.web.verdicts.templatetags.verdicts import decimals, step_words


def test_steps_and_numbers() -> None:
    assert step_words(Stage.DRAFTED) == "签发"
    assert decimals(1234.5, 1) == "1,234.5"
    assert decimals(2 / 3, 3) == "0.667"

"""What answers a question and in which order."""

import pytest

from junheng.web.portal.search import BEGINS, EXACT, HOLDS, LONGEST, asked, fits


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("金水区", EXACT),
        ("jinshuiqu", EXACT),
        ("jsq", EXACT),
        ("jin", BEGINS),
        ("js", BEGINS),
        ("水区", HOLDS),
        ("xyz", None),
    ],
)
def test_how_well_a_name_answers(question: str, rank: int | None) -> None:
    assert fits(question, ["金水区"]) == rank


def test_the_best_of_several_names_counts() -> None:
    assert fits("jinshui", ["金水区", "Jinshui"]) == EXACT


def test_a_question_is_made_plain() -> None:
    assert asked("  ＪＳＱ　") == "jsq"
    assert asked("a\x00b\n") == "ab"
    assert len(asked("长" * 500)) == LONGEST

"""Who a school is, as reported: coded values in words, what was not reported left out."""

from pathlib import Path

from junheng.policy import Text
from junheng.web.portal.identity import identity
from junheng.web.portal.models import Edition
from junheng.web.portal.queries import editions
from tests.web import tiny
from tests.web.portal.conftest import Frozen


def _titles(code: str) -> dict[str, Text]:
    return {title.zh: value for title, value in identity(editions()[0], code)}


def test_a_code_is_said_in_words_and_nothing_is_invented(city: Frozen) -> None:
    assert _titles(tiny.CODES[0]) == {"办学类型": Text("小学", "Primary school")}


def test_a_school_that_is_not_in_the_facts_has_none(city: Frozen) -> None:
    assert identity(editions()[0], "2141000099") == []


def test_without_the_snapshot_there_is_none(city: Frozen, tmp_path: Path) -> None:
    Edition.objects.update(snapshot_path=str(tmp_path / "gone"))
    assert identity(editions()[0], tiny.CODES[0]) == []

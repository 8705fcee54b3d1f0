"""The change log: first publication, who moved, who is new or gone, nothing moved."""

from typing import Any

from junheng.web.portal.changes import changes_of
from junheng.web.portal.models import County, Edition

BEFORE = Edition(year=2025, disclosure=True)


def _county(code: str, state: str) -> County:
    return County(code=code, state=state, name={"zh": f"区{code}", "en": f"County {code}"})


def _said(found: Any) -> list[str]:
    return [one["en"] for one in found]


def test_the_first() -> None:
    assert _said(changes_of(None, {}, [_county("1", "met")], disclosure=True)) == ["First publication"]


def test_who_moved_is_new_or_is_gone() -> None:
    held = {"1": "met", "2": "met", "9": "not_met"}
    found = changes_of(
        BEFORE, held, [_county("1", "met"), _county("2", "not_met"), _county("3", "met")], disclosure=True
    )
    assert _said(found) == ["County 2: Met → Not met", "County 3: added → Met", "9: no longer published"]


def test_nothing_moved() -> None:
    (said,) = _said(changes_of(BEFORE, {"1": "met"}, [_county("1", "met")], disclosure=True))
    assert said.startswith("Every verdict stands")


def test_a_switch_comes_first() -> None:
    found = changes_of(BEFORE, {"1": "met"}, [_county("1", "not_met")], disclosure=False)
    assert _said(found) == ["Small cells are no longer suppressed", "County 1: Met → Not met"]

"""Words of changes and states."""

from django.utils.translation import override

from junheng.web.verdicts.models import AppealState
from junheng.web.verdicts.wording import APPEAL, LOOKS, changed
from tests.web import factories


def change(what: str, id_: str = "", section: str = "") -> dict[str, str | None]:
    return {"what": what, "id": id_, "section": section, "before": None, "after": "met"}


def test_each_kind_of_change_has_a_name_in_both_languages() -> None:
    held = [
        change("state"),
        change("resources"),
        change("domain", "quality"),
        change("indicator", "L5", "primary"),
        change("item", "G1"),
        change("item", "gone"),
    ]
    names = [one["name"] for one in changed(held, factories.STANDARD)]
    assert names[:4] == ["总结论", "资源配置", "教育质量", "小学 运动场馆"]
    assert names[4].startswith("1. ")
    assert names[5] == "gone"
    with override("en"):
        assert changed(held, factories.STANDARD)[0]["name"] == "Verdict"


def test_what_was_not_there_was_not_judged() -> None:
    assert changed([change("state")], factories.STANDARD)[0]["before"] == "not_judged"


def test_every_state_of_an_appeal_has_words_and_a_look() -> None:
    assert set(APPEAL) == set(LOOKS) == {str(one) for one in AppealState}

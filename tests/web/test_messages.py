"""Every Chinese message of the site has English words, and the catalogue holds no others."""

import re
from types import ModuleType

from django.utils.translation import gettext, override


def test_nothing_lacks_english(messages_tool: ModuleType) -> None:
    assert {
        str(one): messages_tool.missing(one) for one in messages_tool.catalogues() if messages_tool.missing(one)
    } == {}


def test_nothing_is_left_over(messages_tool: ModuleType) -> None:
    for one in messages_tool.catalogues():
        assert set(messages_tool.translated(one)) - set(messages_tool.used(one)) == set(), one


def test_the_english_has_the_same_places_and_no_chinese(messages_tool: ModuleType) -> None:
    place = re.compile(r"%\((\w+)\)[sd]")
    pairs = [pair for one in messages_tool.catalogues() for pair in messages_tool.translated(one).items()]
    for chinese, english in pairs:
        assert sorted(place.findall(chinese)) == sorted(place.findall(english)), chinese
        assert not re.search(r"[一-鿿]", english.replace("均衡", "").replace("教基", "")), english


def test_the_same_chinese_has_the_same_english_everywhere(messages_tool: ModuleType) -> None:
    """All catalogues are one to Django: of two translations of the same words only one is ever seen."""
    told: dict[str, set[str]] = {}
    for one in messages_tool.catalogues():
        for chinese, english in messages_tool.translated(one).items():
            told.setdefault(chinese, set()).add(english)
    assert {chinese: english for chinese, english in told.items() if len(english) > 1} == {}


def test_no_template_has_bare_chinese(messages_tool: ModuleType) -> None:
    bilingual = {"error.html"}
    for path in sorted(messages_tool.WEB.rglob("*.html")):
        text = re.sub(
            r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{{.*?}}",
            "",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        bare = re.sub(r"均衡|中文", "", text)
        assert path.name in bilingual or not re.search(r"[一-鿿]", bare), path.name


def test_an_untranslated_message_is_seen(messages_tool: ModuleType) -> None:
    found = list(
        messages_tool.in_template(
            '{% translate "甲" %}{% blocktranslate trimmed with n=x %}\n {{ n }} 校\n 5% {% endblocktranslate %}'
        )
    )
    assert found == ["甲", "%(n)s 校 5%%"]
    assert list(messages_tool.in_module('x = _("乙")'.encode())) == ["乙"]


def test_django_finds_the_english() -> None:
    with override("en"):
        assert gettext("试检工作簿") == "Check a workbook"

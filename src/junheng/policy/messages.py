"""Message catalogues: what is wrong, the rule, how to mend it, in both languages; ``{names}`` are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Language, Text

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """One line of a catalogue."""

    code: str
    what: Text
    rule: Text
    fix: Text

    def parts(self, language: Language, values: Mapping[str, Any]) -> tuple[str, str, str]:
        """What, rule and remedy in one language, with the names filled in."""
        what, rule, fix = (text.in_(language).format_map(values) for text in (self.what, self.rule, self.fix))
        return what, rule, fix

    def told(self, values: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        """``what``, ``rule`` and ``fix``, each in both languages."""
        said: dict[Language, tuple[str, str, str]] = {one: self.parts(one, values) for one in LANGUAGES}
        names = enumerate(("what", "rule", "fix"))
        return {name: {language: parts[at] for language, parts in said.items()} for at, name in names}


@cache
def catalogue(package: str) -> Mapping[str, Message]:
    """The ``messages.yaml`` of a package."""
    raw = own_yaml(package, "messages.yaml")
    return {
        code: Message(code, Text(**one["what"]), Text(**one["rule"]), Text(**one["fix"])) for code, one in raw.items()
    }

"""Code lists: GB/T 2260 divisions, managing bodies, school types, organisers, urban and rural classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed list of codes with their titles; ``attributes`` hold what rules need of a code (kind, zone, scopes)."""

    id: str
    title: Text
    cite: str
    codes: Mapping[str, Text]
    attributes: Mapping[str, Mapping[str, Any]]

    def code_of(self, label: str) -> str | None:
        """The code for a code or a title in either language, or None."""
        if label in self.codes:
            return label
        return next((code for code, text in self.codes.items() if label in (text.zh, text.en)), None)

    def having(self, attribute: str, value: Any) -> tuple[str, ...]:
        """The codes whose attribute equals or contains a value."""
        found = []
        for code, attributes in self.attributes.items():
            held = attributes.get(attribute)
            if held == value or (isinstance(held, list) and value in held):
                found.append(code)
        return tuple(found)


@cache
def code_lists() -> Mapping[str, CodeList]:
    raw = own_yaml("junheng.facts.codes", "codes.yaml")
    return {
        id_: CodeList(
            id=id_,
            title=Text(**one["title"]),
            cite=one["cite"],
            codes={code: Text(entry["zh"], entry["en"]) for code, entry in one["codes"].items()},
            attributes={
                code: {key: value for key, value in entry.items() if key not in {"zh", "en"}}
                for code, entry in one["codes"].items()
            },
        )
        for id_, one in raw.items()
    }


def code_list(id_: str) -> CodeList:
    return code_lists()[id_]

"""What the forms of studies say, read strictly; every wrong field is told, not only the first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from junheng.policy.text import Text

Read = Mapping[str, str]


@dataclass(slots=True)
class Asking:
    """Reads fields one after another; ``faults`` names those that were wrong."""

    given: Read
    faults: list[Text] = field(default_factory=list)

    def choice(self, name: str, title: Text, among: tuple[str, ...], default: str) -> str:
        """One of some words."""
        said = self.given.get(name, "").strip() or default
        if said not in among:
            self._wrong(title, Text("、".join(one for one in among if one), ", ".join(one for one in among if one)))
            return default
        return said

    def whole(self, name: str, title: Text, least: int, most: int, default: int | None) -> int | None:
        """A whole number between two others; ``default`` when the field is empty."""
        found: int | None = self._number(name, title, (least, most), default, int)
        return found

    def number(self, name: str, title: Text, least: float, most: float, default: float | None) -> float | None:
        """A number between two others; ``default`` when the field is empty."""
        found: float | None = self._number(name, title, (least, most), default, float)
        return found

    def _number(self, name: str, title: Text, ends: tuple[Any, Any], default: Any, kind: Callable[[str], Any]) -> Any:
        said = self.given.get(name, "").strip()
        if not said:
            return default
        try:
            found = kind(said)
        except ValueError:
            found = None
        if found is None or not ends[0] <= found <= ends[1]:
            self._wrong(title, Text(f"{ends[0]:,} 至 {ends[1]:,}", f"{ends[0]:,} to {ends[1]:,}"))
            return default
        return found

    def _wrong(self, title: Text, may: Text) -> None:
        self.faults.append(Text(f"“{title.zh}”应为：{may.zh}", f"“{title.en}” must be: {may.en}"))

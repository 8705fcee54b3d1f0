"""Walking a YAML document while collecting every fault instead of stopping at the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from junheng.policy.errors import PolicyFault
from junheng.policy.text import Text


@dataclass(slots=True)
class Node:
    """A value at a place of the document; ``faults`` is shared by the whole walk."""

    value: Any
    where: str
    faults: list[PolicyFault] = field(default_factory=list)

    def fault(self, code: str, **values: Any) -> None:
        fault = PolicyFault(code, self.where, values)
        if fault not in self.faults:
            self.faults.append(fault)

    def child(self, key: str | int, value: Any) -> "Node":
        return Node(value, f"{self.where} › {key}", self.faults)

    def get(self, key: str) -> "Node":
        """The value under a key; a missing key gives a node with None."""
        return self.child(key, self.mapping.get(key))

    @property
    def mapping(self) -> Mapping[str, Any]:
        if isinstance(self.value, dict):
            return {str(key): value for key, value in self.value.items()}
        if self.value is not None:
            self.fault("not_a_mapping")
        return {}

    def entries(self) -> Iterator[tuple[str, "Node"]]:
        for key, value in self.mapping.items():
            yield key, self.child(key, value)

    def items(self) -> Iterator["Node"]:
        """The elements of a list; a missing list is empty."""
        if self.value is None:
            return
        if not isinstance(self.value, list):
            self.fault("not_a_list")
            return
        for position, value in enumerate(self.value, 1):
            name = value.get("id", position) if isinstance(value, dict) else position
            yield self.child(name, value)

    def text(self, default: Text | None = None) -> Text:
        """A text in both languages, or one string for both."""
        if isinstance(self.value, str):
            return Text(self.value, self.value)
        if isinstance(self.value, dict) and set(self.value) == {"zh", "en"}:
            return Text(str(self.value["zh"]), str(self.value["en"]))
        if self.value is None and default is not None:
            return default
        self.fault("no_text")
        return Text("", "")

    def string(self, default: str | None = None) -> str:
        if self.value is None and default is not None:
            return default
        if isinstance(self.value, (str, int, float)):
            return str(self.value)
        self.fault("no_content")
        return ""

    def optional(self) -> str | None:
        return None if self.value is None else self.string()

    def day(self) -> date:
        if isinstance(self.value, date) and not isinstance(self.value, datetime):
            return self.value
        self.fault("not_a_date", value=repr(self.value))
        return date.min

    def number(self, default: float | None = None) -> float:
        exact = self.decimal(default)
        return float(exact) if exact is not None else float("nan")

    def whole(self, default: int | None = None) -> int:
        exact = self.decimal(default)
        return int(exact) if exact is not None else 0

    def decimal(self, default: float | None = None) -> Decimal | None:
        value = default if self.value is None else self.value
        if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
            return Decimal(str(value))
        self.fault("not_a_number", value=repr(value))
        return None

    def choice(self, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.string(default)
        if value not in allowed:
            self.fault("not_allowed", value=repr(value), allowed=", ".join(allowed))
        return value if value in allowed else next(iter(allowed), "")

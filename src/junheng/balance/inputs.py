"""What is wrong with a flat table: where, what, the rule, how to mend it — every problem at once."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from junheng.policy.text import Language, Text


@dataclass(frozen=True, slots=True)
class InputFault:
    """One problem of the caller's table. ``code`` is stable; the four texts are the ladder of every message."""

    code: str
    where: Text
    what: Text
    rule: Text
    fix: Text

    def in_(self, language: Language) -> str:
        where, what, rule, fix = (text.in_(language) for text in (self.where, self.what, self.rule, self.fix))
        if language == "zh":
            return f"{where}：{what}。要求：{rule}。处理：{fix}。"
        return f"{where}: {what}. Rule: {rule}. Remedy: {fix}."

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class InputError(ValueError):
    """A table that cannot be judged; ``faults`` lists every problem found in it, in Chinese and English."""

    def __init__(self, faults: Sequence[InputFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.in_('zh')}\n{fault.in_('en')}" for fault in self.faults))

    def to_dict(self) -> dict[str, Any]:
        return {"faults": [fault.to_dict() for fault in self.faults]}

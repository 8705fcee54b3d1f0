"""What is wrong with a policy file: where, what, the rule, how to mend — all of it at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from junheng.policy.messages import catalogue
from junheng.policy.text import Language


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """One fault at one place; ``code`` names the line of the catalogue."""

    code: str
    where: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_(self, language: Language) -> str:
        what, rule, fix = catalogue("junheng.policy")[self.code].parts(language, self.values)
        if language == "zh":
            return f"{self.where}：{what}。规定：{rule}。处理：{fix}。"
        return f"{self.where}: {what}. Rule: {rule}. To mend: {fix}."


class PolicyError(ValueError):
    """A policy file that cannot be used; ``faults`` lists every fault found in it."""

    def __init__(self, faults: list[PolicyFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.in_(language) for fault in faults for language in ("zh", "en")))

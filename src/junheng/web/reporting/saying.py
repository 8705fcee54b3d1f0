"""Findings of the site itself, beside those of the readers and checks: the words are in ``messages.yaml`` here."""

from dataclasses import dataclass

from junheng.facts.findings import Finding
from junheng.policy.messages import Message, catalogue


@dataclass(frozen=True, slots=True)
class Said(Finding):
    """A finding about where a file belongs."""

    @property
    def message(self) -> Message:
        return catalogue("junheng.web.reporting")[self.code]

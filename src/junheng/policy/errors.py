"""What is wrong with a policy file: where, what, the rule, how to mend — all of it at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolicyFault:
    where: str
    what: str
    rule: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}。要求 {self.rule}。处理 {self.fix}"


class PolicyError(ValueError):
    """A policy file that cannot be used; ``faults`` lists every fault found in it."""

    def __init__(self, faults: list[PolicyFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))

"""Is this ours, and does it still stand? By number, by digest, or by the SHA-256 of a file."""

import re
from dataclasses import dataclass
from typing import Literal

from junheng.web.verdicts import queries
from junheng.web.verdicts.models import Paper, Record

How = Literal["number", "digest", "file"]
HASH = re.compile(r"[0-9a-f]{64}")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked for, and what was found: a record, and the paper when it is a file that was given out."""

    asked: str
    record: Record | None = None
    paper: Paper | None = None
    how: How = "number"

    @property
    def stands(self) -> bool:
        """Whether the record found is the one that stands today."""
        return self.record is not None and not hasattr(self.record, "superseded_by")


def by_text(asked: str) -> Answer:
    """A number, the digest of a verdict, or the SHA-256 of a file; spaces and case do not matter."""
    said = re.sub(r"\s+", "", asked)[:LONGEST]
    if HASH.fullmatch(said.lower()):
        return by_hash(said.lower())
    return Answer(said, queries.record_by_number(said))


def by_hash(sha256: str) -> Answer:
    if paper := queries.paper_by_hash(sha256):
        return Answer(sha256, paper.record, paper, "file")
    return Answer(sha256, queries.record_by_digest(sha256), None, "digest")

"""The content of a record: what the digest is taken over. It never changes; what became of it stands beside it."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from junheng.policy.version import policy_version
from junheng.web.portal.law import standard_of
from junheng.web.portal.models import Edition
from junheng.web.verdicts.decision import Decision

FORMAT = "junheng-verdict-1"


def content_of(
    edition: Edition,
    code: str,
    decision: Decision,
    *,
    number: str,
    signatory: str,
    signed_at: datetime,
    supersedes: str | None,
) -> dict[str, Any]:
    """Number, data, standard, signature and decision of one record."""
    standard = standard_of(edition.standard)
    return {
        "format": FORMAT,
        "number": number,
        "year": edition.year,
        "county_code": code,
        **decision,
        "edition": edition.permanent,
        "snapshot": edition.snapshot,
        "standard": {"id": standard.id, "number": standard.number, "since": standard.since.isoformat()},
        "policy_version": policy_version(),
        "synthetic": edition.synthetic,
        "signatory": signatory,
        "signed_on": timezone.localdate(signed_at).isoformat(),
        "supersedes": supersedes,
    }

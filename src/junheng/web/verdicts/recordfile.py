"""A record as a file of JSON: its content, the digest, and how to check one against the other."""

import json

from junheng.web.verdicts.models import Record

RULE = (
    "digest = SHA-256 of the UTF-8 bytes of the member 'verdict' written as JSON with keys sorted by code point, "
    "no spaces (separators ',' and ':') and non-ASCII characters as they are"
)


def record_file(one: Record) -> bytes:
    """The same bytes for the same record, whatever became of it since."""
    held = {"verdict": one.verdict, "digest": one.digest, "rule": RULE}
    return json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"

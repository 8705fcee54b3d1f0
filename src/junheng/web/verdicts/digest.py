"""The digest of a verdict: SHA-256 over its canonical JSON.

Canonical means: keys in order, no spaces, Chinese as it is, UTF-8. Measured numbers are decimal strings, so that every
language of programming writes the same bytes.
"""

import hashlib
import json
from typing import Any


def canonical(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest_of(content: Any) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(canonical(content)).hexdigest()

"""A feature collection as a file."""

import json
from collections.abc import Mapping
from typing import Any


def geojson_file(features: Mapping[str, Any]) -> bytes:
    """UTF-8, one document, the same bytes for the same zones.

    RFC 7946 knows no other system than WGS 84, with which CGCS2000 agrees to a few centimetres; no ``crs`` is written.
    """
    return json.dumps(features, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()

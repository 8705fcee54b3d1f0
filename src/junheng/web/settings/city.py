"""What a city decides for itself: limits of what is handed in, the licence of its data, its questionnaire, its numbers
of disclosure control."""

import os


def whole(name: str, default: int) -> int:
    """A whole number of the environment."""
    return int(os.environ.get(name, str(default)))


def pairs(text: str) -> dict[str, float]:
    """``id=number`` pairs with commas between them, as ``school.pupils=60,count.small=5``.

    Raises:
        ValueError: a piece is no such pair.
    """
    found = {}
    for piece in filter(None, (one.strip() for one in text.split(","))):
        name, sign, number = piece.partition("=")
        if not sign:
            raise ValueError(f"{piece!r}: id=number")
        value = float(number)
        found[name.strip()] = int(value) if value.is_integer() else value
    return found


MB = 1024 * 1024
JUNHENG_UPLOAD_LIMIT = whole("JUNHENG_UPLOAD_LIMIT", 20 * MB)
"""Bytes of the largest request that is read."""
JUNHENG_EVIDENCE_FILE_LIMIT = whole("JUNHENG_EVIDENCE_FILE_LIMIT", 10 * MB)
"""Bytes of one file of evidence."""
JUNHENG_EVIDENCE_CASE_LIMIT = whole("JUNHENG_EVIDENCE_CASE_LIMIT", 100 * MB)
"""Bytes of all files of one item of evidence."""
JUNHENG_EVIDENCE_CASE_FILES = whole("JUNHENG_EVIDENCE_CASE_FILES", 50)
"""Files of one item of evidence."""
JUNHENG_QUESTIONNAIRE = os.environ.get("JUNHENG_QUESTIONNAIRE", "")
"""The city's own questionnaire (a YAML file); empty is the built-in one."""
JUNHENG_DATA_LICENCE = os.environ.get("JUNHENG_DATA_LICENCE", "")
"""The licence of the open data in words; while it is empty the pages say that none is set."""
JUNHENG_DISCLOSURE = pairs(os.environ.get("JUNHENG_DISCLOSURE", ""))
"""Numbers of disclosure control in place of the built-in ones, by parameter."""
JUNHENG_API_RATES = {
    "address": whole("JUNHENG_API_ADDRESS_RATE", 600),
    "token": whole("JUNHENG_API_TOKEN_RATE", 1200),
    "refused": 30,
}
"""Requests a minute to the API: of an address without a token, of a token, with wrong tokens; 0 is no limit."""
JUNHENG_KEEP_BYTES = whole("JUNHENG_KEEP_BYTES", 32 * MB)
"""Bytes of public answers a process keeps in memory until something is published; 0 keeps none."""
JUNHENG_BACKUP_DAYS = whole("JUNHENG_BACKUP_DAYS", 7)
"""Days without a backup after which the site warns."""
JUNHENG_DISK_FLOOR = whole("JUNHENG_DISK_FLOOR", 1024**3)
"""Bytes of free disk below which the site warns."""

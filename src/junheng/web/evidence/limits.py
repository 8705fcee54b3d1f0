"""How much may be handed in; the site's settings may say otherwise."""

from django.conf import settings

MB = 1024 * 1024


def file_limit() -> int:
    """Bytes of one file: ``JUNHENG_EVIDENCE_FILE_LIMIT``."""
    return int(settings.JUNHENG_EVIDENCE_FILE_LIMIT)


def case_limit() -> int:
    """Bytes of all files of a case that are not withdrawn: ``JUNHENG_EVIDENCE_CASE_LIMIT``."""
    return int(settings.JUNHENG_EVIDENCE_CASE_LIMIT)


def case_files() -> int:
    """How many files a case may hold: ``JUNHENG_EVIDENCE_CASE_FILES``."""
    return int(settings.JUNHENG_EVIDENCE_CASE_FILES)

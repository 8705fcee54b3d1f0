"""The limits, and the site's own instead."""

from pytest_django import Settings

from junheng.web.evidence import limits


def test_the_limits_are_settings(settings: Settings) -> None:
    assert (limits.file_limit(), limits.case_limit(), limits.case_files()) == (10 * limits.MB, 100 * limits.MB, 50)
    settings.JUNHENG_EVIDENCE_FILE_LIMIT = 1
    settings.JUNHENG_EVIDENCE_CASE_LIMIT = 2
    settings.JUNHENG_EVIDENCE_CASE_FILES = 3
    assert (limits.file_limit(), limits.case_limit(), limits.case_files()) == (1, 2, 3)

"""Days and files of forms."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import MOST_FILES, day_in, files_in


def test_a_day_is_read_strictly() -> None:
    post = RequestFactory().post
    assert day_in(post("/", {"day": " 2026-09-01 "}), "day") == date(2026, 9, 1)
    assert day_in(post("/", {}), "day") is None
    with pytest.raises(Refusal, match="不是日期"):
        day_in(post("/", {"day": "2026-13-01"}), "day")


def test_files_are_none_too_few_and_not_too_many() -> None:
    def form(many: int) -> HttpRequest:
        return RequestFactory().post("/", {"files": [SimpleUploadedFile(f"{one}.csv", b"a") for one in range(many)]})

    assert files_in(form(MOST_FILES))[-1] == (f"{MOST_FILES - 1}.csv", b"a")
    for many in (0, MOST_FILES + 1):
        with pytest.raises(Refusal, match=f"1 至 {MOST_FILES}"):
            files_in(form(many))

"""Receipts and files of stored versions."""

import hashlib

import pytest

from tests.web.reporting.conftest import City
from tests.web.reporting.files import book


def test_the_original_is_byte_for_byte(city: City) -> None:
    content = book()
    city.confirmed(content)
    answer = city.client().get(f"/desk/submission/{city.submission().pk}/v1/file-1/")
    assert answer.content == content
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_receipt_names_file_hash_and_role(city: City, prefix: str) -> None:
    content = book()
    city.confirmed(content)
    html = city.client().get(f"{prefix}/desk/submission/{city.submission().pk}/v1/").content.decode()
    assert hashlib.sha256(content).hexdigest() in html
    assert ("School reporter" if prefix else "学校填报员") in html
    assert "HZ2025-2141000001-01-" in html


def test_the_paper(city: City) -> None:
    city.confirmed()
    answer = city.client().get(f"/desk/submission/{city.submission().pk}/v1/receipt.pdf")
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("page", ["", "receipt.pdf", "file-1/", "marked-1.xlsx"])
def test_other_schools_have_none(city: City, page: str) -> None:
    city.confirmed()
    address = f"/desk/submission/{city.submission().pk}/v1/{page}"
    assert city.client("other_reporter").get(address).status_code == 404
    assert city.client("publisher").get(address).status_code == 403
    assert city.client().get(address.replace("v1", "v9")).status_code == 404


def test_files_that_are_not_there(city: City) -> None:
    city.confirmed()
    for page in ("file-0/", "file-2/", "marked-2.xlsx"):
        assert city.client().get(f"/desk/submission/{city.submission().pk}/v1/{page}").status_code == 404

"""Archives whose bytes depend on their content alone."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from junheng.publish.fixed_zip import fixed


def archive(year: int) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name in ("b.xml", "a/c.xml"):
            target.writestr(ZipInfo(name, (year, 5, 6, 7, 8, 10)), f"<{name}/>" * 50)
    return buffer.getvalue()


def test_the_time_of_writing_does_not_show() -> None:
    assert archive(2020) != archive(2021)
    assert fixed(archive(2020)) == fixed(archive(2021))


def test_members_keep_their_order_and_content() -> None:
    with ZipFile(BytesIO(fixed(archive(2020)))) as copy:
        assert copy.namelist() == ["b.xml", "a/c.xml"]
        assert copy.read("b.xml") == b"<b.xml/>" * 50

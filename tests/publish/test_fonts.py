"""The packaged fonts are there."""

from junheng.publish.fonts import SANS, SERIF, font_folder


def test_both_faces_are_in_the_folder() -> None:
    names = {path.name for path in font_folder().iterdir()}
    assert {f"{family.replace(' ', '')}-Regular.otf" for family in (SANS, SERIF)} <= names

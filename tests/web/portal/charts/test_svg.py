"""The words of SVG: every text is escaped, numbers have one decimal."""

from xml.etree import ElementTree

from junheng.web.portal.charts.svg import line, picture, rect, text

NASTY = '</text><script>alert("x")</script>&'
SVG = "{http://www.w3.org/2000/svg}"


def test_hostile_words_stay_words() -> None:
    drawn = ElementTree.fromstring(picture("p", (10, 20), (NASTY, NASTY), [text(1, 2, NASTY)]))  # noqa: S314 - our own
    assert [one.tag for one in drawn] == [f"{SVG}title", f"{SVG}desc", f"{SVG}text"]
    assert {one.text for one in drawn} == {NASTY}


def test_a_picture_is_named_and_described_for_those_who_cannot_see_it() -> None:
    drawn = ElementTree.fromstring(picture("p", (10, 20), ("名", "述"), [], role="group"))  # noqa: S314 - our own
    assert drawn.attrib["aria-labelledby"].split() == [one.attrib["id"] for one in drawn]
    assert (drawn.attrib["role"], drawn.attrib["viewBox"]) == ("group", "0 0 10 20")


def test_numbers_have_one_decimal_and_no_width_is_negative() -> None:
    assert 'x1="0.1" y1="2.0" x2="3.0" y2="4.0"' in line(0.123, 2, 3, 4, "grid")
    assert 'width="0.0"' in rect(0, 0, -1, 5, "bar")

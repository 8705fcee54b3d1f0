"""What is made up says so in every row of a CSV file."""

from django.test import RequestFactory

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.posts.marked import given_out, marked

TABLE = Table("t", Text("表", "Table"), (Column("a", Text("甲", "A")),), (("x",), ("y",)))
SAID = Text("合成", "synthetic")


def test_every_row_is_marked() -> None:
    assert marked(TABLE, SAID).rows == (("x", SAID), ("y", SAID))


def test_only_a_csv_file_of_made_up_data_needs_it() -> None:
    requests = RequestFactory()
    asked = requests.get("/", {"format": "csv"})
    made, real = given_out(asked, [TABLE], "n", SAID), given_out(asked, [TABLE], "n", None)
    assert made is not None
    assert real is not None
    assert made.content.decode("utf-8-sig").count("合成") == 2
    assert "合成" not in real.content.decode("utf-8-sig")
    assert given_out(requests.get("/"), [TABLE], "n", SAID) is None

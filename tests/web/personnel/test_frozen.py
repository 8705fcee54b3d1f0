"""Tables in the store come back as they were."""

from pathlib import Path

import polars as pl
from pytest_django import Settings

from junheng.web.personnel.frozen import digest_of, held, keep


def test_a_table_comes_back_and_the_same_table_is_the_same_file(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    frame = pl.DataFrame({"a": ["1", "", '是,"x"'], "line": [2, 3, 5]})
    kept = keep(frame)
    assert held(kept["sha256"]).rows() == [("1", "2"), ("", "3"), ('是,"x"', "5")]
    assert keep(frame) == kept
    other = keep(pl.DataFrame({"a": ["2"]}))
    assert digest_of({"a": kept, "b": other}) == digest_of({"b": other, "a": kept})
    assert digest_of({"a": kept, "b": other}) != digest_of({"a": other, "b": kept})

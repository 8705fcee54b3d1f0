from pathlib import Path

import numpy as np
import polars as pl

from junheng.facts.layers import Kept, digest, kept

TABLE = pl.DataFrame({"area": ["a"], "metres": [1.5]})


def test_a_question_is_answered_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def make() -> Kept:
        asked.append(1)
        return Kept(TABLE, {"说": [1, None]})

    first, there = kept(tmp_path / "new", "travel", "k", make)
    again, there_now = kept(tmp_path / "new", "travel", "k", make)
    assert (there, there_now, len(asked)) == (False, True, 1)
    assert again.table.equals(first.table)
    assert again.notes == {"说": [1, None]}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["travel-k.parquet"]


def test_a_broken_file_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "travel-k.parquet").write_bytes(b"half a file")
    found, there = kept(tmp_path, "travel", "k", lambda: Kept(TABLE, {}))
    assert not there
    assert found.table.equals(TABLE)
    TABLE.write_parquet(tmp_path / "travel-bare.parquet")
    assert kept(tmp_path, "travel", "bare", lambda: Kept(TABLE, {"a": 1}))[0].notes == {"a": 1}


def test_everything_that_differs_differs_in_the_digest() -> None:
    parts = (
        (1,),
        ("1",),
        (1.0,),
        (np.arange(3),),
        (np.arange(3.0),),
        (np.arange(4).reshape(2, 2),),
        (np.arange(4),),
        (TABLE,),
        (TABLE.rename({"area": "b"}),),
        (TABLE.with_columns(metres=pl.lit(2.5)),),
        (["ab", "c"],),
        (["a", "bc"],),
        ("a", "bc"),
        ("ab", "c"),
        (None,),
    )
    assert len({digest(*one) for one in parts}) == len(parts)
    assert digest(1, "x", TABLE) == digest(1, "x", TABLE.clone())

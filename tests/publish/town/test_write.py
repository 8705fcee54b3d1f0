"""Everything a town is written to is there and can be opened."""

from pathlib import Path

from junheng.publish.town import gap_table, write_town
from tests.publish.town.test_maps import drawn


def test_tables_with_their_meta_files_and_a_picture(tmp_path: Path) -> None:
    written = write_town(tmp_path / "new", [gap_table([{"area": "a"}], [])], drawn())
    assert [one.name for one in written] == ["gap.csv", "gap.meta.csv", "map.png"]
    assert (tmp_path / "new" / "map.png").read_bytes().startswith(b"\x89PNG")

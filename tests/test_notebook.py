"""The notebook of the documentation runs from top to bottom and ends where it says."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))


def text_of(cell: Any) -> str:
    parts = []
    for output in cell.get("outputs", []):
        parts += [output.get("text", ""), *(str(shown) for shown in output.get("data", {}).values())]
    return "\n".join(parts)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning:zmq")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_the_notebook_runs(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    assert not any(cell.get("outputs") for cell in notebook.cells), "commit notebooks without outputs"
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    shown = "\n".join(text_of(cell) for cell in notebook.cells)
    assert "0.515257" in shown
    assert "<table" in shown


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["evaluate.ipynb"]

"""Writing a filled form in the format its file name asks for."""

from pathlib import Path

from junheng.publish.forms.filled import Filled
from junheng.publish.forms.pdf import write_pdf
from junheng.publish.forms.word import write_docx
from junheng.publish.forms.workbook import write_xlsx

WRITERS = {".xlsx": write_xlsx, ".docx": write_docx, ".pdf": write_pdf}


def write_filled(filled: Filled, path: Path) -> Path:
    """Write the form as Excel (``.xlsx``), Word (``.docx``) or PDF/A-2b (``.pdf``), with the same words in every cell.

    Raises:
        ValueError: the file name ends in anything else.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ValueError(
            f"表格只能写成 {'、'.join(WRITERS)} / a form is written as {' or '.join(WRITERS)}: {path.name}"
        )
    return writer(filled, path)

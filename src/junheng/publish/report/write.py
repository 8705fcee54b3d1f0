"""Writing a report in the format its file name asks for."""

from pathlib import Path

from junheng.publish.report.content import Material, county_report
from junheng.publish.report.pdf import write_pdf
from junheng.publish.report.word import write_docx

WRITERS = {".docx": write_docx, ".pdf": write_pdf}


def write_report(material: Material, county_code: str, path: Path) -> Path:
    """Write the self-assessment report of a county as Word (``.docx``) or PDF/A-2b (``.pdf``).

    Raises:
        ValueError: the file name ends in anything else.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ValueError(
            f"报告只能写成 {'、'.join(WRITERS)} / a report is written as {' or '.join(WRITERS)}: {path.name}"
        )
    return writer(county_report(material, county_code), path)

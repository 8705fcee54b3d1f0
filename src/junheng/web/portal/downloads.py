"""The files a county's page offers and how each is made from its papers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from junheng.policy.text import Language, Text
from junheng.web.portal.papers import Papers

Maker = Callable[[Papers, Language, Path], None]


@dataclass(frozen=True, slots=True)
class Download:
    """One file on offer; ``file`` is its name in the address."""

    file: str
    title: Text
    note: Text
    type: str

    @property
    def suffix(self) -> str:
        return Path(self.file).suffix


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = "application/pdf"

FORMS = Text("国家申报表Ⅰ—Ⅵ", "Application forms I–VI")

DOWNLOADS = (
    Download("forms.docx", FORMS, Text("Word，横向A4", "Word, A4 landscape"), _DOCX),
    Download("forms.xlsx", FORMS, Text("Excel，官方版式", "Excel, official layout"), _XLSX),
    Download("forms.pdf", FORMS, Text("PDF，横向A4", "PDF, A4 landscape"), _PDF),
    Download("report.docx", Text("自查自评报告", "Self-assessment report"), Text("Word", "Word"), _DOCX),
    Download("report.pdf", Text("自查自评报告", "Self-assessment report"), Text("PDF", "PDF"), _PDF),
    Download("tables.xlsx", Text("全部数据表", "All tables"), Text("Excel", "Excel"), _XLSX),
    Download(
        "tables.zip",
        Text("全部数据表", "All tables"),
        Text("CSV及说明，全精度", "CSV with meta files, full precision"),
        "application/zip",
    ),
)


def make(wanted: Download, papers: Papers, language: Language) -> bytes:
    """The bytes of one file; what it is made in is gone when it returns."""
    with TemporaryDirectory(prefix="junheng-") as folder:
        path = Path(folder) / wanted.file
        _MAKERS[wanted.file](papers, language, path)
        return path.read_bytes()


def _forms(papers: Papers, _language: Language, path: Path) -> None:
    from junheng.publish import write_forms
    from junheng.publish.disclosure_forms import write_public_forms

    proof, facts = papers.proof, papers.proof.snapshot.facts
    if proof.whole is not None and proof.hidden is not None:
        write_public_forms(proof.whole.verdict, facts, papers.county, path, proof.hidden, notice=papers.notice)
    else:
        write_forms(proof.verdict, facts, papers.county, path, notice=papers.notice)


def _report(papers: Papers, _language: Language, path: Path) -> None:
    from junheng.publish import write_report

    write_report(papers.material, papers.county, path)


def _workbook(papers: Papers, language: Language, path: Path) -> None:
    from junheng.publish import to_xlsx

    to_xlsx(papers.tables(), path, language)


def _archive(papers: Papers, _language: Language, path: Path) -> None:
    from junheng.publish import to_csv

    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for table in papers.tables():
            for written in to_csv(table, path.parent / f"{table.id}.csv"):
                archive.write(written, written.name)


_MAKERS: Mapping[str, Maker] = {
    "forms.docx": _forms,
    "forms.xlsx": _forms,
    "forms.pdf": _forms,
    "report.docx": _report,
    "report.pdf": _report,
    "tables.xlsx": _workbook,
    "tables.zip": _archive,
}

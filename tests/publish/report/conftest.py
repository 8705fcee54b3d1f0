"""One report, written once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish.display import SYNTHETIC
from junheng.publish.report import Material, county_report
from junheng.publish.report.blocks import Report
from junheng.publish.report.pdf import write_pdf
from junheng.publish.report.word import write_docx
from tests.publish.conftest import COUNTY


@dataclass(frozen=True, slots=True)
class Written:
    report: Report
    docx: Path
    pdf: Path


@pytest.fixture(scope="session")
def material(years: tuple[CityVerdict, ...]) -> Material:
    return Material(years[-1], years[:-1], years[-1], SYNTHETIC)


@pytest.fixture(scope="session")
def written(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("report")
    report = county_report(material, COUNTY)
    return Written(report, write_docx(report, folder / "r.docx"), write_pdf(report, folder / "r.pdf"))

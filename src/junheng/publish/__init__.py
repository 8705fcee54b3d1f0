"""Publishing: whatever the city decides is shown from one table object, so that every paper has the same numbers.

A verdict becomes tables (``junheng.publish.tables``), and a table becomes a page, a workbook, a CSV file with its meta
file, a Word document or a PDF. The official application forms I to VI and the school self-assessment form are filled
in at their official addresses, with what is missing listed and never written as 0. The report of a county says in
Chinese what was decided, why, which schools fall short and by how much, and what is not known::

    table = tables.dispersions(city, "410105")
    to_html(table, "zh"); to_xlsx([table], path); to_csv(table, path)
    write_forms(city, facts, "410105", path)
    write_report(Material(city, earlier=(last_year,)), "410105", Path("自评报告.docx"))

Rounding is for the eye (averages 2 decimals, dispersions 3, ratios 1) and happens in ``rounding`` alone; CSV files and
the cells of ``to_xlsx`` keep full precision.
"""

from junheng.publish import charts, tables
from junheng.publish.csv_files import read_back, to_csv
from junheng.publish.disclosure import Hidden, hide, protect_city
from junheng.publish.display import SYNTHETIC
from junheng.publish.forms import fill_forms, fill_school_form, write_forms, write_school_form
from junheng.publish.forms.application import FormError
from junheng.publish.html import to_html
from junheng.publish.page import to_page
from junheng.publish.report import Material, county_report, write_report
from junheng.publish.rounding import rounded, shown
from junheng.publish.table import SUPPRESSED, About, Column, Table
from junheng.publish.typeset import MissingGlyphError, to_pdf
from junheng.publish.word import to_docx
from junheng.publish.workbook import to_xlsx

__all__ = [
    "SUPPRESSED",
    "SYNTHETIC",
    "About",
    "Column",
    "FormError",
    "Hidden",
    "Material",
    "MissingGlyphError",
    "Table",
    "charts",
    "county_report",
    "fill_forms",
    "fill_school_form",
    "hide",
    "protect_city",
    "read_back",
    "rounded",
    "shown",
    "tables",
    "to_csv",
    "to_docx",
    "to_html",
    "to_page",
    "to_pdf",
    "to_xlsx",
    "write_forms",
    "write_report",
    "write_school_form",
]

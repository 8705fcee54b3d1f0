"""The official forms, filled in: application forms I to VI of a county and the self-assessment form of a school."""

from junheng.publish.forms.application import fill_forms, write_forms
from junheng.publish.forms.school import fill_school_form, write_school_form

__all__ = ["fill_forms", "fill_school_form", "write_forms", "write_school_form"]

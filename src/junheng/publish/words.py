"""Titles that several tables, forms and reports share."""

from collections.abc import Mapping

from junheng.facts.codes import code_list
from junheng.policy.text import Text

DOMAIN_TITLES: Mapping[str, Text] = {
    "resources": Text("资源配置", "Resources"),
    "government": Text("政府保障程度", "Government support"),
    "quality": Text("教育质量", "Quality of education"),
    "social": Text("社会认可度", "Public recognition"),
    "veto": Text("一票否决", "Veto"),
}
"""The domains of a standard in the order of the law."""


def section_title(section: str) -> Text:
    """小学 for ``primary``; a section of a user's own standard keeps its name."""
    return code_list("sections").codes.get(section, Text(section, section))

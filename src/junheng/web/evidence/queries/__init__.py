"""Every query of this part."""

from junheng.web.evidence.queries.conclusions import conclusions_of, findings_of

__all__ = ["conclusions_of", "findings_of"]

"""Every query of this part."""

from junheng.web.survey.queries.social import counted_of, social_of

__all__ = ["counted_of", "social_of"]

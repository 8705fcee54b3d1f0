"""Every query of this part."""

from junheng.web.survey.queries.social import social_of

__all__ = ["social_of"]

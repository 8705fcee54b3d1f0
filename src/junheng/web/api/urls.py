"""Addresses of the programs' part, all below ``/api/v1/``; the pages of this part are in ``pages``."""

from django.urls import path
from django.views.generic import RedirectView

from junheng.web.accounts.access import public
from junheng.web.api.door import nothing_here
from junheng.web.api.routes import openapi, patterns

urlpatterns = [
    path("openapi.json", openapi, name="api-openapi"),
    *patterns(),
    path("docs/", public(RedirectView.as_view(pattern_name="api-docs")), name="api-docs-here"),
    path("<path:rest>", nothing_here, name="api-nothing"),
]

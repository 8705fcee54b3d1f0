"""Addresses of this part, all below ``/api/v1/``."""

from django.urls import path

from junheng.web.api.door import nothing_here
from junheng.web.api.routes import openapi, patterns

urlpatterns = [
    path("openapi.json", openapi, name="api-openapi"),
    *patterns(),
    path("<path:rest>", nothing_here, name="api-nothing"),
]

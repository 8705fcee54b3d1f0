"""Addresses: pages in Chinese at the root, the same pages in English under ``/en/``."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from junheng.web.portal import urls as portal_urls  # registers the converter of editions
from junheng.web.portal.delivery import delivered
from junheng.web.portal.views.api import api_city, api_county
from junheng.web.portal.views.text_size import text_size

urlpatterns = [
    path("api/<edition:which>/city.json", delivered(api_city), name="api-city"),
    path("api/<edition:which>/county/<str:code>.json", delivered(api_county), name="api-county"),
    path("text/<str:size>/", text_size, name="text-size"),
    path("api/v1/", include("junheng.web.api.urls")),
    *i18n_patterns(
        path("accounts/", include("junheng.web.accounts.urls")),
        path("", include("junheng.web.reporting.urls")),
        path("", include("junheng.web.review.urls")),
        path("", include("junheng.web.evidence.urls")),
        path("", include("junheng.web.survey.urls")),
        path("", include("junheng.web.verdicts.urls")),
        path("", include("junheng.web.workbench.urls")),
        path("", include("junheng.web.personnel.urls")),
        path("", include("junheng.web.workforce.urls")),
        path("", include("junheng.web.posts.urls")),
        path("", include("junheng.web.audit.urls")),
        path("", include("junheng.web.operations.urls")),
        path("", include("junheng.web.api.pages")),
        path("", include(portal_urls)),
        prefix_default_language=False,
    ),
]

handler404 = "junheng.web.portal.views.errors.not_found"
handler500 = "junheng.web.operations.views.faults.broken"
handler400 = "junheng.web.portal.views.errors.bad_request"
handler403 = "junheng.web.portal.views.errors.refused"

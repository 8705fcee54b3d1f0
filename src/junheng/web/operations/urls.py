"""Addresses of this part."""

from django.urls import URLPattern, path

from junheng.web.operations.views.health import desk_health, public_health
from junheng.web.operations.views.jobs import job_cancel, job_list, job_page

urlpatterns: list[URLPattern] = [
    path("health/", public_health, name="health"),
    path("desk/health/", desk_health, name="desk-health"),
    path("desk/jobs/", job_list, name="jobs"),
    path("desk/jobs/<int:job_id>/", job_page, name="job"),
    path("desk/jobs/<int:job_id>/cancel/", job_cancel, name="job-cancel"),
]

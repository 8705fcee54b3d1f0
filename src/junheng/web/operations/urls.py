"""Addresses of this part."""

from django.urls import URLPattern, path

from junheng.web.operations.views.jobs import job_cancel, job_list, job_page

urlpatterns: list[URLPattern] = [
    path("desk/jobs/", job_list, name="jobs"),
    path("desk/jobs/<int:job_id>/", job_page, name="job"),
    path("desk/jobs/<int:job_id>/cancel/", job_cancel, name="job-cancel"),
]

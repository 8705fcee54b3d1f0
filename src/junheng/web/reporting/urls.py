"""Addresses of this part."""

from django.urls import path

from junheng.web.reporting.views.desk import desk

urlpatterns = [path("desk/", desk, name="desk")]

"""Addresses of this part: the desk's bases, plans and studies; what is heard and adopted for everybody."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

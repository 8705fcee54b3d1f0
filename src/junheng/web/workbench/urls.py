"""Addresses of this part: the desk's bases, plans and studies; what is heard and adopted for everybody."""

from django.urls import URLPattern, path

from junheng.web.workbench.views import editor, hearing, plans

urlpatterns: list[URLPattern] = [
    path("desk/zoning/", plans.plans, name="zone-plans"),
    path("desk/zoning/<int:plan_id>/", editor.editor, name="zone-plan"),
    path("desk/zoning/<int:plan_id>/edit/", editor.edit, name="zone-edit"),
    path("desk/zoning/<int:plan_id>/copy/", plans.copied, name="zone-copy"),
    path("desk/zoning/<int:plan_id>/state/", plans.decided, name="zone-decide"),
    path("desk/zoning/<int:plan_id>/solve/", plans.solved, name="zone-solve"),
    path("zoning/", hearing.plans, name="zonings"),
    path("zoning/<int:plan_id>/", hearing.plan, name="zoning"),
    path("zoning/<int:plan_id>/download/<str:what>", hearing.plan_file, name="zoning-file"),
]

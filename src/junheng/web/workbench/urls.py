"""Addresses of this part: the desk's bases, plans and studies; what is heard and adopted for everybody."""

from django.urls import URLPattern, path

from junheng.web.workbench.views import (
    editor,
    hearing,
    horizon,
    plans,
    remedy,
    remedy_further,
    remedy_levers,
    remedy_tables,
    seats,
    siting,
)

urlpatterns: list[URLPattern] = [
    path("desk/zoning/", plans.plans, name="zone-plans"),
    path("desk/zoning/<int:plan_id>/", editor.editor, name="zone-plan"),
    path("desk/zoning/<int:plan_id>/edit/", editor.edit, name="zone-edit"),
    path("desk/zoning/<int:plan_id>/copy/", plans.copied, name="zone-copy"),
    path("desk/zoning/<int:plan_id>/state/", plans.decided, name="zone-decide"),
    path("desk/zoning/<int:plan_id>/solve/", plans.solved, name="zone-solve"),
    path("desk/seats/", seats.seats, name="seats"),
    path("desk/siting/", siting.sitings, name="sitings"),
    path("desk/siting/<int:study_id>/", siting.siting_study, name="siting-study"),
    path("desk/horizon/", horizon.horizons, name="horizons"),
    path("desk/horizon/<int:study_id>/", horizon.horizon_study, name="horizon-study"),
    path("desk/horizon/<int:study_id>/zones/", horizon.horizon_zones, name="horizon-zones"),
    path("desk/horizon/<int:study_id>/files/<str:name>", horizon.horizon_file, name="horizon-file"),
    path("desk/remedy/", remedy.remedies, name="remedies"),
    path("desk/remedy/prices/", remedy.prices, name="remedy-prices"),
    path("desk/remedy/prices/file/", remedy_levers.costs, name="remedy-costs"),
    path("desk/remedy/prices/way/", remedy_levers.lever, name="remedy-lever"),
    path("desk/remedy/prices/way/end/", remedy_levers.lever_end, name="remedy-lever-end"),
    path("desk/remedy/compare/", remedy.compared, name="remedy-compare"),
    path("desk/remedy/tables/", remedy_tables.tables, name="remedy-tables"),
    path("desk/remedy/tables/<int:study_id>/", remedy_tables.table, name="remedy-table"),
    path("desk/remedy/<int:study_id>/", remedy.remedy_study, name="remedy-study"),
    path("desk/remedy/<int:study_id>/what-if/", remedy.what_if, name="remedy-what-if"),
    path("desk/remedy/<int:study_id>/budget/", remedy_further.budget, name="remedy-budget"),
    path("desk/remedy/<int:study_id>/demands/", remedy_further.demands, name="remedy-demands"),
    path("desk/remedy/<int:study_id>/sensitivity/", remedy_further.sensitivity, name="remedy-sensitivity"),
    path("desk/remedy/<int:study_id>/years/", remedy_further.years, name="remedy-years"),
    path("zoning/", hearing.plans, name="zonings"),
    path("zoning/<int:plan_id>/", hearing.plan, name="zoning"),
    path("zoning/<int:plan_id>/download/<str:what>", hearing.plan_file, name="zoning-file"),
]

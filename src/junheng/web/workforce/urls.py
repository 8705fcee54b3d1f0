"""Addresses of this part, all on the desk."""

from django.urls import URLPattern, path

from junheng.web.workforce.views import itinerant, pay, studies, talent, talent_share

urlpatterns: list[URLPattern] = [
    path("desk/itinerant/", itinerant.itinerants, name="itinerants"),
    path("desk/itinerant/<int:study_id>/", itinerant.itinerant, name="itinerant"),
    path("desk/pay/", pay.pays, name="pays"),
    path("desk/pay/<int:study_id>/", pay.pay, name="pay"),
    path("desk/pay/<int:study_id>/persons/", pay.persons, name="pay-persons"),
    path("desk/talent/", talent.talents, name="talents"),
    path("desk/talent/<int:study_id>/", talent.talent, name="talent"),
    path("desk/talent-share/", talent_share.talent_shares, name="talent-shares"),
    path("desk/talent-share/<str:code>/", talent_share.talent_share, name="talent-share"),
    path("desk/workforce/<int:study_id>/tables/", studies.tables, name="workforce-tables"),
    path("desk/workforce/<int:study_id>/question/", studies.question, name="workforce-question"),
    path("desk/workforce/<int:study_id>/solve/", studies.solved, name="workforce-solve"),
    path("desk/workforce/<int:study_id>/copy/", studies.copied, name="workforce-copy"),
]

"""Addresses of this part: public records, verification, progress and catalogue; the desk of signing and appeals."""

from django.urls import path

from junheng.web.verdicts.views import appeals, catalogue, desk, ranking, records, verify

urlpatterns = [
    path("verdicts/", records.verdicts, name="verdicts"),
    path("verdicts/county/<str:code>/", records.county_history, name="verdict-county"),
    path("verdicts/<str:number>/", records.verdict, name="verdict"),
    path("verdicts/<str:number>/certificate.pdf", records.certificate_pdf, name="verdict-certificate"),
    path("verdicts/<str:number>/record.json", records.record_json, name="verdict-json"),
    path("verify/", verify.verify, name="verify"),
    path("ranking/", ranking.ranking, name="ranking"),
    path("ranking/<int:year>/", ranking.ranking, name="ranking"),
    path("ranking/<int:year>/download/<str:what>", ranking.ranking_file, name="ranking-file"),
    path("catalogue/", catalogue.catalogue, name="catalogue"),
    path("catalogue/download/<str:what>", catalogue.catalogue_file, name="catalogue-file"),
    path("desk/publication/", catalogue.publication, name="desk-publication"),
    path("desk/verdicts/", desk.rounds, name="desk-verdicts"),
    path("desk/verdicts/<int:round_id>/", desk.one_round, name="desk-verdict-round"),
    path("desk/verdicts/<int:round_id>/draft/", desk.draft, name="desk-verdict-draft"),
    path("desk/verdicts/<int:round_id>/sign/", desk.sign, name="desk-verdict-sign"),
    path("desk/verdicts/<int:round_id>/publish/", desk.publish, name="desk-verdict-publish"),
    path("desk/verdicts/appeal/<str:number>/", appeals.file, name="appeal-file"),
    path("desk/appeals/", appeals.appeals, name="desk-appeals"),
    path("desk/appeals/<int:appeal_id>/", appeals.appeal, name="appeal"),
    path("desk/appeals/<int:appeal_id>/decide/", appeals.decide, name="appeal-decide"),
    path("desk/appeals/<int:appeal_id>/withdraw/", appeals.withdraw, name="appeal-withdraw"),
    path("desk/appeals/<int:appeal_id>/release/", appeals.release, name="appeal-release"),
    path("desk/appeals/<int:appeal_id>/files/<int:pk>/", appeals.attachment, name="appeal-attachment"),
]

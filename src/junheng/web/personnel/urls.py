"""Addresses of this part: the rounds of rotation on the desk, and the published counts for everybody."""

from django.urls import URLPattern, path

from junheng.web.personnel.views import compare, drafts, editor, importing, publishing, rounds, teachers, wishes

urlpatterns: list[URLPattern] = [
    path("desk/rotation/", rounds.rotations, name="rotations"),
    path("desk/rotation/<int:round_id>/", rounds.rotation, name="rotation"),
    path("desk/rotation/<int:round_id>/state/", rounds.moved, name="rotation-state"),
    path("desk/rotation/<int:round_id>/parameters/", rounds.parameters, name="rotation-parameters"),
    path("desk/rotation/<int:round_id>/import/", importing.imported, name="rotation-import"),
    path("desk/rotation/<int:round_id>/teachers/", teachers.eligibility, name="rotation-eligibility"),
    path("desk/rotation/<int:round_id>/solve/", drafts.solved, name="rotation-solve"),
    path("desk/rotation/<int:round_id>/compare/", compare.compare, name="rotation-compare"),
    path("desk/rotation/<int:round_id>/result/", publishing.result, name="rotation-result"),
    path("desk/rotation/<int:round_id>/withdraw/", publishing.withdrawn, name="rotation-withdraw"),
    path("desk/rotation/teachers/<int:teacher_id>/", teachers.teacher, name="rotation-teacher"),
    path("desk/rotation/teachers/<int:teacher_id>/exclude/", teachers.excluded, name="rotation-exclude"),
    path("desk/rotation/drafts/<int:draft_id>/", drafts.draft, name="rotation-draft"),
    path("desk/rotation/drafts/<int:draft_id>/edit/", editor.editor, name="rotation-draft-edit"),
    path("desk/rotation/drafts/<int:draft_id>/change/", editor.change, name="rotation-draft-change"),
    path("desk/rotation/drafts/<int:draft_id>/solve-again/", drafts.solved_again, name="rotation-solve-again"),
    path("desk/rotation/drafts/<int:draft_id>/propose/", drafts.proposed, name="rotation-propose"),
    path("desk/rotation/drafts/<int:draft_id>/decision/", publishing.decision, name="rotation-decision"),
    path("desk/rotation/drafts/<int:draft_id>/publish/", publishing.published, name="rotation-publish"),
    path("desk/rotation-publishing/", publishing.waiting, name="rotation-publishing"),
    path("desk/rotation-wishes/", wishes.rounds, name="rotation-wish-rounds"),
    path("desk/rotation-wishes/<int:round_id>/", wishes.wishes, name="rotation-wishes"),
    path("desk/rotation-wishes/teachers/<int:teacher_id>/", wishes.wish, name="rotation-wish"),
    path("rotation/", publishing.rotations, name="public-rotations"),
    path("rotation/<int:publication_id>/", publishing.rotation, name="rotation-public"),
]

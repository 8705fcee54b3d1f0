"""Whose the example row of a route is, and which routes have no example that stands still."""

from tests.web.people import CITY, COUNTY, SCHOOLS

SCHOOL = SCHOOLS[0]

HOMES = {
    **dict.fromkeys(
        (
            "submission",
            "submission-submit",
            "submission-withdraw",
            "upload",
            "template",
            "preview",
            "preview-marked",
            "typing-preview",
            "typing-discard",
            "typing",
            "receipt",
            "receipt-pdf",
            "original",
            "marked",
            "review",
            "review-decide",
            "history",
            "version-marked",
        ),
        SCHOOL,
    ),
    **dict.fromkeys(("evidence-file", "evidence-withdraw", "evidence-place", "evidence-case"), COUNTY),
    **dict.fromkeys(("appeal-file", "appeal", "appeal-decide", "appeal-withdraw", "appeal-release"), COUNTY),
    **dict.fromkeys(("correction", "correction-decide"), SCHOOLS[1]),
    **dict.fromkeys(("survey-desk", "survey-paper"), COUNTY),
    **dict.fromkeys(("zone-plan", "zone-edit", "zone-copy", "zone-decide", "zone-solve"), COUNTY),
    **dict.fromkeys(("remedy-study", "remedy-what-if", "remedy-budget", "remedy-demands"), COUNTY),
    **dict.fromkeys(("remedy-sensitivity", "remedy-years"), COUNTY),
    "remedy-table": CITY,
    **dict.fromkeys(("siting-study", "horizon-study", "horizon-zones", "horizon-file"), COUNTY),
    **dict.fromkeys(
        (
            "rotation",
            "rotation-state",
            "rotation-parameters",
            "rotation-import",
            "rotation-eligibility",
            "rotation-solve",
            "rotation-result",
            "rotation-withdraw",
            "rotation-compare",
            "rotation-solve-again",
            "rotation-draft",
            "rotation-draft-edit",
            "rotation-draft-change",
            "rotation-propose",
            "rotation-decision",
            "rotation-publish",
        ),
        COUNTY,
    ),
    **dict.fromkeys(("rotation-teacher", "rotation-exclude", "rotation-wishes", "rotation-wish"), SCHOOL),
    **dict.fromkeys(("posts-county", "posts-numbers", "posts-authorise", "posts-propose", "posts-transfer"), COUNTY),
    **dict.fromkeys(
        ("posts-outlook", "posts-arrivals", "posts-decision", "posts-withdraw", "posts-undo", "posts-approval"), COUNTY
    ),
    **dict.fromkeys(("itinerant", "pay", "pay-persons"), COUNTY),
    "talent": CITY,
    "talent-share": COUNTY,
    **dict.fromkeys(("workforce-tables", "workforce-question", "workforce-solve", "workforce-copy"), COUNTY),
    "appeal-attachment": COUNTY,
    "visit": SCHOOL,
    "visit-file": SCHOOL,
}
"""Route -> the organisation its example row belongs to."""

OWN = {
    "token-revoke": {"city_statistician"},
    "job": {"city_statistician", "system_admin"},
    "job-cancel": {"city_statistician", "system_admin"},
    "import-result": {"city_statistician"},
}
"""Route -> the only people whose row it is."""

NOT_MINE = {
    "upload": "whoever sees a report need not be who reports",
    "typing": "whoever sees a report need not be who reports",
    "correction-ask": "asked with a preview at hand",
}
"""Route -> why somebody with its verb may still be refused what is on it."""

NOWHERE = {
    "preview": "a preview is gone after its hour",
    "preview-marked": "a preview is gone after its hour",
    "correction-ask": "asked with a preview at hand",
    "version-marked": "nothing was remarked on that version",
    "mfa_deactivate_totp": "nobody here has a second factor",
    "mfa_view_recovery_codes": "nobody here has a second factor",
    "mfa_authenticate": "the second step of a sign-in that nobody began",
    "account_logout": "leads back to the sign-in page",
}
"""Route -> why it may answer that there is nothing, or lead to the sign-in page."""

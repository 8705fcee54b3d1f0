"""Evidence for items judged by people: what was handed in, what the inspector found, what was replied; site visits.

A case is one item of the standard for one county (or one school, for items of schools) in one year. It opens when the
first file is given; an inspector who gave none of the files finds; the county replies; the inspector makes the finding
final. Final findings are the rows of the facts table ``evidence`` (``queries.conclusions_of``). Which schools are
visited is drawn so that anybody can replay it (``junheng.policy.draw``).
"""

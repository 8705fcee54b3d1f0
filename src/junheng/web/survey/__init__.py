"""The satisfaction survey (社会认可度): anonymous, by one-time codes, counted, protected, fed into the verdict.

A survey belongs to a county and a year. Codes are printed once and kept only as keyed digests; spending a code and
keeping an answer is one transaction that leaves nothing by which the two could be joined. Nobody, staff included, sees
counts that disclosure control hides, and nothing at all before the survey is closed. Closing removes the codes. The
counts become the rows of the facts table ``surveys`` (``queries.social_of``).
"""

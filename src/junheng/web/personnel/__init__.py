"""The personnel officer's year: one round of teacher rotation (交流轮岗) from the tables to what is published.

A *round* belongs to a county and a school year. Its tables are taken in, who may not move is written down with the
reason, schools record the wishes of their people, and a *draft* is solved from a frozen copy of all that. Every edit of
a draft is checked at once; the published draft becomes *transfers*. Names and identity numbers are stored encrypted and
stay on the pages of those who may see them: everything else knows a teacher by the code alone.
"""

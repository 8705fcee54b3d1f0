"""Posts of staff (编制) of a county: what every school needs, is allotted and fills, and who decided it.

What schools need is counted from the published year, as the verdict is. What they are allotted is a *ledger*: the
authorised posts, then *decisions* that share them out anew or move people, each proposed by one person and approved by
another. A decision never changes the county's total and is undone by another one. *Outlooks* keep the counts of who
retires and arrives in the years ahead, never a person.
"""

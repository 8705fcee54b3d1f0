"""The public pages of the city.

A verdict comes in through one action, ``publish_city``; from then on every page is a few pinned queries. Pages follow
the verdict downwards: city → county → indicator → school → workbook cell. What the verdict rests on is not copied:
explanations and cells are read from the snapshot the verdict was made of.
"""

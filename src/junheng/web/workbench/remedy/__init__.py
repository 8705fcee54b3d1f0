"""The cheapest plan that passes, on the site: unit costs that people set, studies the engine answers, and their pages.

``prices`` knows what is priced and which list is in force, ``opened`` opens a published year, ``asking`` reads the form
of limits, ``solving`` asks the engine and ``checking`` holds its plan against the real verdict; ``figures``, ``lists``
and ``beside`` are what pages and files show, ``trying`` answers what-if questions in milliseconds.
"""

"""Enough seats, near enough (articles 3, 10, 16, 17): how many children there will be, where seats will be missing,
how far they walk, where to build, extend or merge, and which school each small area goes to.

One chain with the same pupil counts from end to end: forecast → gap → travel → siting → zoning. Tables and
parameters in, tables and small frozen dataclasses out; files are read and written elsewhere. Every solution carries
a bound and has passed an independent checker before anyone sees it.
"""

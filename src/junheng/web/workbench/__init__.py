"""The planner's workbench: seats and children of the coming years on the map, sites, zones and their hearing.

Everything stands on a *planning base*, an immutable folder of tables: areas with children, schools with seats, streets,
land. Studies (gap, siting, the plan to the horizon) and zone plans are made of one base and say which.
"""

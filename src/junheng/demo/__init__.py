"""A seeded synthetic city, Zhengzhou-shaped, that runs through the real readers.

``generate`` draws the facts of three school years, held to the published city totals; ``build`` writes them as the
workbooks that schools and counties would send, with a roster and a schematic map. Every file says that it is synthetic,
every school's name carries 样例, and the areas lend only their names and their share of the population.
``seats_city`` adds what planning needs around the same schools: small areas with children, streets, land, zones.
"""

from junheng.demo.building import DemoCity, build
from junheng.demo.calibration import YEARS
from junheng.demo.city import City, generate
from junheng.demo.geometry import city_geometry
from junheng.demo.seats_city import DemoSeats, seats_city

__all__ = ["YEARS", "City", "DemoCity", "DemoSeats", "build", "city_geometry", "generate", "seats_city"]

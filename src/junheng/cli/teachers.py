"""``junheng teachers ahead | itinerant | pay | talent``: planning of teachers besides rotation and posts."""

import typer

from junheng.cli.teachers_ahead import ahead
from junheng.cli.teachers_itinerant import itinerant
from junheng.cli.teachers_pay import pay
from junheng.cli.teachers_talent import talent

teachers = typer.Typer(no_args_is_help=True, help="教师：今后十年、走教、绩效工资、人才 / teachers")
teachers.command("ahead")(ahead)
teachers.command("itinerant")(itinerant)
teachers.command("pay")(pay)
teachers.command("talent")(talent)

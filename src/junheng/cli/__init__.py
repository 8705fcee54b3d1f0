"""The command line: ``junheng demo | template | import | evaluate | explain | report | serve``.

Each verb is one file and only carries words between the user and the packages that do the work.
"""

import typer

from junheng.cli.audit import audit
from junheng.cli.backup import backup
from junheng.cli.demo import demo
from junheng.cli.deploy_check import deploy_check
from junheng.cli.establishment import establishment
from junheng.cli.evaluate import evaluate
from junheng.cli.explain import explain
from junheng.cli.forecast import forecast
from junheng.cli.gap import gap
from junheng.cli.importing import import_
from junheng.cli.init import init
from junheng.cli.plan import plan
from junheng.cli.remedy import remedy
from junheng.cli.report import report
from junheng.cli.restore import restore
from junheng.cli.retain import retain
from junheng.cli.rotate import rotate
from junheng.cli.serve import serve
from junheng.cli.siting import siting
from junheng.cli.solve import solve
from junheng.cli.teachers import teachers
from junheng.cli.template import template
from junheng.cli.travel import travel
from junheng.cli.verify import verify
from junheng.cli.worker import worker

app = typer.Typer(
    name="junheng",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="均衡：从学校填报的工作簿到县域优质均衡的结论及其依据。\n\n"
    "From the workbooks schools fill in to the verdict on each county, with its proof.",
)
app.command("demo")(demo)
app.command("template")(template)
app.command("import")(import_)
app.command("evaluate")(evaluate)
app.command("explain")(explain)
app.command("forecast")(forecast)
app.command("gap")(gap)
app.command("plan")(plan)
app.command("remedy")(remedy)
app.command("report")(report)
app.command("rotate")(rotate)
app.command("establishment")(establishment)
app.command("serve")(serve)
app.command("siting")(siting)
app.command("travel")(travel)
app.command("init")(init)
app.command("worker")(worker)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("verify")(verify)
app.command("deploy-check")(deploy_check)
app.command("retain")(retain)
app.add_typer(audit, name="audit")
app.add_typer(solve, name="solve")
app.add_typer(teachers, name="teachers")

__all__ = ["app"]

"""Tables of the small county: three schools that share music, five persons who are paid, two counties' programmes."""

from junheng.web.accounts.reach import Actor
from junheng.web.operations.work import work_on
from junheng.web.workforce.actions.import_tables import import_tables
from junheng.web.workforce.actions.open_study import open_study
from junheng.web.workforce.actions.set_question import set_question
from junheng.web.workforce.actions.solve_study import run, solve_study
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from tests.teachers.itinerant.small import DAY
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, SCHOOLS

A, B, C = SCHOOLS
NAMES = ("甲一明", "乙二亮", "丙三华")
SHARING = {
    "schools": "school_code,county_code,section,pupils,classes,lon,lat\n"
    f"{A},{COUNTY},小学,400,4,113.60,34.75\n{B},{COUNTY},小学,90,2,113.62,34.75\n{C},{COUNTY},小学,80,1,113.63,34.76\n",
    "teachers": f"teacher_id,姓名,school_code,subject,backbone,wish_1\nt1,{NAMES[0]},{A},音乐,0,{B}\n",
}
PAYING = {
    "pools": f"school_code,pool\n{A},1000.01\n{B},500\n",
    "pay": "teacher_id,姓名,school_code,post_weight,lessons,score,class_head,special\n"
    f"p1,{NAMES[0]},{A},1,12,90,1,0\np2,{NAMES[1]},{A},1.2,10,80,0,0\np3,{NAMES[2]},{A},1.5,14,95,0,1\n"
    f"p4,丁四,{B},1,12,90,1,0\np5,戊五,{B},1,9,91,0,0\n",
    "wages": "county_code,year,teachers,teachers_average,servants_average,performance\n"
    f"{COUNTY},2024,5,1000,1000,300\n{COUNTY},2025,5,1010,1100,300\n",
}
TALENT = {
    "programmes": "county_code,programme,year,count\n"
    f"{COUNTY},名校长工作室,2025,30\n{OTHER_COUNTY},名校长工作室,2025,10\n",
    "trainings": f"county_code,year,person_times\n{COUNTY},2024,1000\n",
    "rural": f"county_code,rural_teachers\n{COUNTY},100\n{OTHER_COUNTY},200\n",
}
TABLES = {StudyKind.ITINERANT: SHARING, StudyKind.PAY: PAYING, StudyKind.TALENT: TALENT}
NUMBERS = {
    StudyKind.ITINERANT: {"hours.primary.music": "2", "lessons.primary": "14"},
    StudyKind.PAY: {"share.post": "50", "share.load": "30", "share.head": "20"},
    StudyKind.TALENT: {},
}


def files(tables: dict[str, str]) -> list[tuple[str, bytes]]:
    return [(f"{name}.csv", text.encode()) for name, text in tables.items()]


def form(numbers: dict[str, str]) -> dict[str, str]:
    return {**numbers, **{f"{name}.source": "样例办法" for name in numbers}}


def begun(actor: Actor, kind: StudyKind) -> WorkforceStudy:
    """A study without tables."""
    return open_study(actor, kind, CITY if kind == StudyKind.TALENT else COUNTY, DAY, synthetic=True)


def asked(actor: Actor, kind: StudyKind) -> WorkforceStudy:
    """A study with tables and numbers."""
    made = begun(actor, kind)
    import_tables(actor, made.pk, files(TABLES[kind]), revision=1)
    subjects = ["primary.music"] if kind == StudyKind.ITINERANT else []
    return set_question(actor, made.pk, form(NUMBERS[kind]), revision=2, subjects=subjects, seconds=2)


def answered(actor: Actor, kind: StudyKind) -> WorkforceStudy:
    """A study with its answer."""
    made = asked(actor, kind)
    if kind == StudyKind.TALENT:
        return made
    waiting = solve_study(actor, made.pk, revision=made.revision)
    assert waiting.job is not None
    run(work_on(waiting.job))
    return WorkforceStudy.objects.everything("test").get(pk=made.pk)

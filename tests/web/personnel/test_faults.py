"""Every message of this part has words, and a fault finds them."""

from junheng.facts.findings import Place
from junheng.policy.messages import catalogue
from junheng.teachers import Fault
from junheng.web.personnel.faults import SHOWN, SiteFault, placed, told


def test_a_fault_speaks_both_languages() -> None:
    told = SiteFault("code_too_long", Place("t.csv", row=3), {"most": 40}).to_dict()
    assert told["what"] == {"zh": "教师编号超过 40 个字符", "en": "The teacher id has more than 40 characters"}
    assert set(catalogue("junheng.web.personnel")) >= {"name_elsewhere", "other_county"}


def test_a_fault_of_the_engine_is_put_into_the_users_file() -> None:
    held = placed(Fault("blank", Place("teachers.csv", row=3, column=2, header="骨干")), "轮岗.xlsx", "教师表")
    assert held.place == Place("轮岗.xlsx", "教师表", 3, 2, "骨干")
    assert held.message.code == "blank"


def test_a_page_shows_the_first_faults_and_says_how_many_there_are() -> None:
    page = told([SiteFault("code_too_long", Place("t.csv", row=row), {"most": 40}) for row in range(SHOWN + 5)])
    assert (len(page["faults"]), page["wrong"]) == (SHOWN, SHOWN + 5)
    assert page["faults"][-1][1] == page["faults"][0][1]
    assert page["faults"][-1][0] != page["faults"][0][0]

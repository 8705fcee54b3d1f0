"""Every message of this part has words, and a fault finds them."""

from junheng.facts.findings import Place
from junheng.policy.messages import catalogue
from junheng.teachers import Fault
from junheng.web.personnel.faults import SiteFault, placed


def test_a_fault_speaks_both_languages() -> None:
    told = SiteFault("code_too_long", Place("t.csv", row=3), {"most": 40}).to_dict()
    assert told["what"] == {"zh": "教师编号超过 40 个字符", "en": "The teacher id has more than 40 characters"}
    assert set(catalogue("junheng.web.personnel")) >= {"name_elsewhere", "other_county"}


def test_a_fault_of_the_engine_is_put_into_the_users_file() -> None:
    held = placed(Fault("blank", Place("teachers.csv", row=3, column=2, header="骨干")), "轮岗.xlsx", "教师表")
    assert held.place == Place("轮岗.xlsx", "教师表", 3, 2, "骨干")
    assert held.message.code == "blank"

"""The flat table the indicators are computed from: one row per school and section, already split.

This is also the contract for other people's scripts: ``junheng evaluate FILE.csv`` reads exactly these columns, under
their ids or their Chinese labels; extra columns are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from junheng.facts.contracts import FieldType
from junheng.policy.text import Text


@dataclass(frozen=True, slots=True)
class UnitColumn:
    id: str
    type: FieldType
    title: Text
    unit: str | None = None
    required: bool = False


UNIT_COLUMNS: tuple[UnitColumn, ...] = (
    UnitColumn("school_code", "code", Text("学校标识码", "School code"), required=True),
    UnitColumn("school_name", "text", Text("学校名称", "School")),
    UnitColumn("county_code", "code", Text("区县代码", "County code"), required=True),
    UnitColumn("county", "text", Text("区县", "County")),
    UnitColumn("section", "code", Text("学段", "Section"), required=True),
    UnitColumn("year", "int", Text("学年", "School year")),
    UnitColumn("pupils", "float", Text("在校学生数", "Pupils"), "人", required=True),
    UnitColumn(
        "teachers_above_qualification",
        "float",
        Text("高于规定学历教师数", "Teachers above the required qualification"),
        "人",
    ),
    UnitColumn("backbone_teachers", "float", Text("县级以上骨干教师数", "Backbone teachers"), "人"),
    UnitColumn("pe_art_teachers", "float", Text("体育、艺术专任教师数", "PE and art teachers"), "人"),
    UnitColumn("teaching_area", "float", Text("教学及辅助用房面积", "Teaching and auxiliary area"), "㎡"),
    UnitColumn("indoor_sports_area", "float", Text("室内体育用房面积", "Indoor sports area"), "㎡"),
    UnitColumn("sports_ground_area", "float", Text("运动场地面积", "Sports ground area"), "㎡"),
    UnitColumn("equipment_value_yuan", "float", Text("教学仪器设备值", "Equipment value"), "元"),
    UnitColumn("multimedia_classrooms", "float", Text("网络多媒体教室数", "Multimedia classrooms"), "间"),
)

UNIT_KEY = ("county_code", "section", "school_code")


def labels() -> Mapping[str, str]:
    """Chinese and English labels and ids of the unit columns -> id."""
    return {name: one.id for one in UNIT_COLUMNS for name in (one.id, one.title.zh, one.title.en)}

"""A small round: three primary schools on a street, nine teachers and two heads; every name is invented."""

from tests.web.people import COUNTY, SCHOOLS

A, B, C = SCHOOLS
NAMES = ("甲一明", "乙二亮", "丙三华")
IDENTITY = "11010519491231002X"
"""The example of GB 11643-1999."""
TEACHERS = f"""教师编号,姓名,身份证件号,学校代码,学段,学科,骨干,年限,学历,出生年月,性别,不交流原因,校长,志愿1,志愿2
t1,{NAMES[0]},{IDENTITY},{A},小学,语文,1,8,本科,1980-05,女,,0,{B},{C}
t2,{NAMES[1]},,{A},小学,语文,1,7,本科,1982-01,男,,0,,
t3,{NAMES[2]},,{A},小学,数学,0,9,专科,1985-02,女,产假,0,{B},
t4,丁四,,{A},小学,语文,0,9,本科,1986-02,女,,0,,
t5,戊五,,{A},小学,数学,0,3,本科,1990-02,男,,0,,
t6,己六,,{B},小学,语文,0,10,中师,1975-03,男,,0,{A},
t7,庚七,,{B},小学,数学,0,8,本科,1984-03,女,,0,,
t8,辛八,,{C},小学,语文,0,2,本科,1995-07,女,,0,,
t9,壬九,,{C},小学,数学,0,12,本科,1978-09,男,,0,,
h1,癸十,,{A},小学,,1,7,本科,1970-01,男,,1,,
h2,子一,,{B},小学,,0,7,本科,1971-01,女,,1,,
"""
SCHOOL_TABLE = f"""school_code,school_name,county_code,section,pupils,urban_rural,small_rural,lon,lat
{A},样例小学1,{COUNTY},小学,300,城区,0,113.60,34.75
{B},样例小学2,{COUNTY},小学,200,城区,0,113.62,34.75
{C},样例小学3,{COUNTY},小学,90,乡村,1,113.66,34.75
"""
DISTANCES = f"from,to,km\n{A},{B},2\n{A},{C},6\n{B},{C},4\n"


def files(teachers: str = TEACHERS, schools: str = SCHOOL_TABLE, distances: str = DISTANCES) -> list[tuple[str, bytes]]:
    """The tables as CSV files; an empty text is no file."""
    held = {"教师表": teachers, "schools": schools, "distances": distances}
    return [(f"{name}.csv", text.encode()) for name, text in held.items() if text]

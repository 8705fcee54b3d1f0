"""The sentences of the report."""

from dataclasses import replace

from junheng.balance.model import CityVerdict, Failing, ItemResult, State
from junheng.policy import Text
from junheng.publish.report import sentences


def test_the_conclusion_names_law_year_county_and_verdict(city: CityVerdict) -> None:
    assert sentences.conclusion(city, city.counties[0]) == (
        "依据教督〔2017〕6号《县域义务教育优质均衡发展督导评估办法》，按2023—2024学年初上报数据评估，"
        "金水区未达到县域义务教育优质均衡发展要求。"
    )


def test_without_data_there_is_no_conclusion(city: CityVerdict) -> None:
    county = replace(city.counties[0], state=State.NOT_JUDGED)
    assert "暂不能作出结论" in sentences.conclusion(city, county)


def test_domains_schools_and_dispersions_are_counted(city: CityVerdict) -> None:
    county = city.counties[0]
    assert "政府保障程度：未评定" in sentences.domains(county)
    assert sentences.schools(county, ("primary",)) == "小学（部）3所，达标2所，未达标1所，未评定0所。"
    assert sentences.dispersions(county) == (
        "14项校际差异系数中，达标12项，未达标1项，未评定1项。超过上限的有：小学L7（0.504，上限0.500）。"
    )


def test_items_are_counted_by_their_state(city: CityVerdict) -> None:
    assert sentences.items(city.counties[0], "government") == (
        "共15项：达标12项，未达标0项，未评定1项，佐证认定2项（其中认定达标1项）。"
    )


def test_the_school_rule_comes_from_the_parameters(city: CityVerdict) -> None:
    assert sentences.school_rule(city) == "至少6项达标、余项不低于要求的85%"
    plain = replace(city, standard=replace(city.standard, school_rule=None))
    assert sentences.school_rule(plain) == "各项指标达标"


def test_a_failing_item_names_its_first_units(city: CityVerdict) -> None:
    units = tuple(Failing(str(at), f"学校{at}", Text("班额过大", "too large")) for at in range(5))
    result = ItemResult(city.standard.item("G5"), State.NOT_MET, Text("5所未达标", "5"), failing=units)
    county = replace(city.counties[0], items=(result,))
    [line] = sentences.failures(county, "government")
    assert line.endswith("涉及：学校0（班额过大）；学校1（班额过大）；学校2（班额过大）等5个")
    assert sentences.failures(county, "quality") == ()
    assert sentences.texts([Text("甲", "a")]) == ("甲",)

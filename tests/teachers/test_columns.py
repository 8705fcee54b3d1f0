"""Columns answer to their id, their titles and their aliases."""

from junheng.teachers.columns import above_required, headed, plain, spellings, tables, vocabulary


def test_every_column_has_titles_in_both_languages_and_no_name_twice_in_a_table() -> None:
    for table in tables().values():
        names = [name for column in table.columns for name in column.names]
        assert len({one for one in names if names.count(one) > 2}) == 0, table.id
        for column in table.columns:
            assert column.title.zh != column.title.en


def test_headers_are_found_by_id_title_and_alias() -> None:
    found = headed(tables()["teachers"], ["教师编号", "School code", "骨干", "wish_2", "志愿1", "无关"])
    assert {header: (column.id, tail) for header, (column, tail) in found.items()} == {
        "教师编号": ("teacher_id", ""),
        "School code": ("school_code", ""),
        "骨干": ("backbone", ""),
        "wish_2": ("wish", "2"),
        "志愿1": ("wish", "1"),
    }


def test_words_are_compared_without_case_and_blanks() -> None:
    assert plain(" Physical  Education ") == "physical_education"
    assert spellings("subject")["physical_education"] == spellings("subject")["体育与健康"] == "pe"
    assert vocabulary("section")["junior"].zh == "初中"


def test_a_diploma_is_above_the_required_degree_in_primary_only() -> None:
    assert "degree_college" in above_required("primary")
    assert "degree_college" not in above_required("junior")
    assert above_required("senior") == frozenset()

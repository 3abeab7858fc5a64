"""Names whose brackets hold marks, forms of co-operatives before a mark, and short names behind commas. Made up."""

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, split_names
from cq_tui.importing.recognise.words.listed_names import may_be_several, names_between

_WHOLE = """\
Ff Capital, Gg 2030 (Bbfrance / Cc 2030), Hh
Aa (Bb; Cc)
Aa [Bb | Cc]
Aa（Bb、Cc）
Aa (Bb (Cc / Dd) / Ee)
Aa (Bb GmbH, Cc AG)
甲资本(乙,丙)
保証、責任某某市第一信用合作社
保證責任、某某合作社
有限责任、某某农会"""


@pytest.mark.parametrize("cell", _WHOLE.split("\n"))
def test_no_part_opens_a_bracket_that_it_does_not_close(cell: str) -> None:
    assert names_in(cell).names == (cell,)
    assert not names_in(cell).doubtful


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Aa (Bb; Cc); Dd", ["Aa (Bb; Cc)", "Dd"]),
        ("甲资本（乙创投、丙资本）、丁资本", ["甲资本（乙创投、丙资本）", "丁资本"]),
        ("甲资本(乙,丙),丁资本", ["甲资本(乙,丙)", "丁资本"]),
        ("Aa (Bb\nCc) GmbH", ["Aa (Bb Cc) GmbH"]),
        ("Aa (Bb / Cc", ["Aa (Bb", "Cc"]),
        ("Aa) / Bb", ["Aa)", "Bb"]),
    ],
)
def test_marks_outside_brackets_part_names(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("英癸资本,LB", ["英癸资本", "LB"]),
        ("某某キャピタル、LB, KX", []),
        ("BNB Paribas, Cc Partners", ["BNB Paribas", "Cc Partners"]),
        ("Aa Capital (Bb, Ccc), Ddd", ["Aa Capital (Bb, Ccc)", "Ddd"]),
    ],
)
def test_a_short_name_behind_a_comma_may_be_another(name: str, parts: list[str]) -> None:
    assert may_be_several(name) == bool(parts)
    assert not parts or names_between(name) == parts


@pytest.mark.parametrize("name", ["某某有限公司, Ltd", "Aa Holding, SA", "Aa (Bb, Ccc)", "某某株式会社, KK"])
def test_a_legal_form_or_what_stands_in_brackets_is_no_other_name(name: str) -> None:
    assert not may_be_several(name)

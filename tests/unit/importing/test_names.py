"""The readers of names: which spellings are one, what is left of a company's, and what a name is as an id."""

import pytest
from cq_tui.importing.convert.names_in_cells import split_names
from cq_tui.query.name_keys import (
    company_key,
    company_words,
    has_legal_form,
    initials,
    key,
    name_key,
    shortened,
    slug,
    with_mark,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("西南鋁", "西南铝"),
        ("ＡＢＣ", "abc"),
        ("Z.F. Group", "zf-group"),
        ("中信 银行", "中信银行"),
        ("Straße", "STRASSE"),
        ("A_B", "a_b"),
        ("İZMİR", "izmir"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("西南鋁", "西南铝"),
        ("西南铝业（集团）", "西南铝业集团"),
        ("中国·铝业", "中国铝业"),
        ("Ｓｏｕｔｈ　Works", "south-works"),
        ("J. P. Works", "JP Works"),
        ("Aa S.A.", "AA, SA"),
        ("A.B.C.", "abc"),
        ("O’Works", "O'WORKS"),
        ("重庆 ABC 公司", "重庆ABC公司"),
        ("İSTANBUL BİLİŞİM", "İstanbul Bilişim"),
        ("IŞIK İNŞAAT", "Işık İnşaat"),
    ],
)
def test_spellings_of_one_organisation(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("i.TX", "ITX"), ("Works AG", "Works"), ("Works KGaA", "Works & Co."), ("Wörks", "Works")],
)
def test_spellings_that_may_be_of_two_organisations(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Made National Works Corporation", "mnwc"),
        ("Bank of the Made Works", "bmw"),
        ("Made Works", ""),
        ("重庆甲甲", ""),
        ("", ""),
    ],
)
def test_the_initials_of_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(("one", "other"), [("abc", "abd"), ("西南铝", "西北铝"), ("a b", "a c")])
def test_spellings_of_two_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Siemens AG", ["siemens"]),
        ("SIEMENS A.G.", ["siemens"]),
        ("Bosch Rexroth GmbH & Co. KG", ["bosch", "rexroth"]),
        ("AG", ["ag"]),
        ("Co Ltd", ["co"]),
        ("Group of AG Works", ["group", "of", "ag", "works"]),
        ("西南铝业（集团）有限责任公司", ["西南铝业", "集团"]),
        ("长安汽车股份有限公司", ["长安汽车"]),
        ("重庆总公司", ["重庆"]),
        ("甲公司", ["甲公司"]),
        ("甲乙公司", ["甲乙"]),
        ("公司", ["公司"]),
        ("甲乙公司有限公司", ["甲乙"]),
        ("", []),
        ("- & -", []),
    ],
)
def test_a_company_without_its_legal_form(name: str, words: list[str]) -> None:
    assert company_words(name) == words
    assert company_key(name) == "".join(words)


@pytest.mark.parametrize(
    "name",
    ["Acme Ltd", "ACME LTD.", "Acme, Inc.", "Acme,Inc", "Acme L.L.C.", "甲公司", "Acme (甲公司)", "Acme（甲有限公司）"],
)
def test_a_name_that_ends_in_a_legal_form(name: str) -> None:
    assert has_legal_form(name)


@pytest.mark.parametrize("name", ["", "Acme", "Ltd Acme", "Research and", "Forschung und", "公司甲", "Acmeltd"])
def test_a_name_without_a_legal_form(name: str) -> None:
    assert not has_legal_form(name)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Credit Line 2025", "credit-line-2025"),
        ("  A -- B  ", "a-b"),
        ("重庆银行", "chongqing-yinhang"),
        ("长安", "chang-an"),
        ("重慶 銀行", "chongqing-yinhang"),
        ("铝", "lu"),
        ("Łódź & Österreich", "lodz-and-osterreich"),
        ("Straße", "strasse"),
        ("œuvre æther", "oeuvre-aether"),
        ("", ""),
        ("—", ""),
        ("a" * 81, "a" * 80),
    ],
)
def test_a_name_as_an_id(name: str, id_: str) -> None:
    assert slug(name) == id_


@pytest.mark.parametrize(
    ("found", "most", "id_"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "abc"),
        ("ab-cd", 5, "ab-cd"),
        ("abcdef-ghij", 9, "abcdef"),
        ("a-bcdefghij", 9, "a-bcdefgh"),
        ("abcdefgh-ij", 9, "abcdefgh"),
        ("abcd-fgh-xyz", 10, "abcd-fgh"),
        ("-abcdefgh", 4, "-abc"),
        ("abcd-efghij", 8, "abcd"),
        ("abc-efghij", 8, "abc-efgh"),
    ],
)
def test_an_id_is_cut_between_words_where_that_loses_little(found: str, most: int, id_: str) -> None:
    assert shortened(found, most) == id_


def test_a_mark_of_the_content_fits_behind_an_id() -> None:
    assert with_mark("mill", "a1b2") == "mill-a1b2"
    assert with_mark("", "a1b2") == "a1b2"
    assert with_mark("a" * 80, "a1b2") == "a" * 75 + "-a1b2"
    assert with_mark("a" * 75, "a1b2") == "a" * 75 + "-a1b2"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Made Akademie für Umschulung\ngGmbH", ["Made Akademie für Umschulung gGmbH"]),
        ("Aa Gesellschaft\nm.b.H.", ["Aa Gesellschaft m.b.H."]),
        ("Arbeitsgemeinschaft für Planung und\nForschung e.V.", ["Arbeitsgemeinschaft für Planung und Forschung e.V."]),
        ("Made Wasserbetriebe, Abteilung Bau,\nWV", ["Made Wasserbetriebe, Abteilung Bau, WV"]),
        ("Made gemeinnützige Gesellschaft für soziale\nDienste GmbH",
         ["Made gemeinnützige Gesellschaft für soziale Dienste GmbH"]),
        ("Made Aa und Bb Planung\nGbR", ["Made Aa und Bb Planung GbR"]),
        ("Made Verein für Kunst e.\nV.", ["Made Verein für Kunst e. V."]),
        ("Made Universität, Fachgebiet für Wasser aller Art\nWasserwirtschaft",
         ["Made Universität, Fachgebiet für Wasser aller Art Wasserwirtschaft"]),
        ("Aa GmbH\nBb Ltd\nCc", ["Aa GmbH", "Bb Ltd", "Cc"]),
        ("Made Motors\nBb Bank", ["Made Motors", "Bb Bank"]),
        ("某某公司\n某某银行", ["某某公司", "某某银行"]),
    ],
)  # fmt: skip
def test_a_name_that_was_broken_into_lines_is_one_and_a_list_of_lines_is_several(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Aa GmbH, Bb AG", ["Aa GmbH", "Bb AG"]),
        ("Aa GmbH and Bb AG", ["Aa GmbH", "Bb AG"]),
        ("Aa GmbH, Bb AG und Cc SE", ["Aa GmbH", "Bb AG", "Cc SE"]),
        ("Aa Ltd + Bb SA", ["Aa Ltd", "Bb SA"]),
        ("甲某公司，乙某集团", ["甲某公司", "乙某集团"]),
        ("甲某公司和乙某大学", ["甲某公司", "乙某大学"]),
        ("甲某銀行、乙某公司与丙某公司", ["甲某銀行", "乙某公司", "丙某公司"]),
        ("Aa Co., Ltd.", ["Aa Co., Ltd."]),
        ("Aa GmbH & Co. KG", ["Aa GmbH & Co. KG"]),
        ("Boulton & Watt Ltd", ["Boulton & Watt Ltd"]),
        ("Marks and Spencer plc", ["Marks and Spencer plc"]),
        ("Aa, Bb and Cc", ["Aa, Bb and Cc"]),
        ("国家发展和改革委员会", ["国家发展和改革委员会"]),
        ("工业和信息化部", ["工业和信息化部"]),
        ("A+B", ["A+B"]),
    ],
)
def test_several_behind_commas_are_several_where_each_says_so(text: str, names: list[str]) -> None:
    assert split_names(text) == names

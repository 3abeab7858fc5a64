"""Who gives and who gets: words for both in many languages, and columns of parties that settle each other. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import split_names
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("role", "headers"),
    [
        ("funder", "Donor|Grantor|Funding body|Zuwendungsgeber"),
        ("funder", "Zuwendungs-geber|Zuwendungs- geber|Spender*in|Geldgeber"),
        ("funder", "Name und Wohnort/ Sitz des Zuwendungs-gebers|Zuwendungsgeber/-empfänger|Donateur|Financeur"),
        ("funder", "Órgano concedente|Donante|Ente erogatore|Soggetto emanante|Doador|Naam donateur|Gever|Schenker"),
        ("funder", "Darczyńca|Poskytovatel dotace|Dárce|Támogató"),
        ("funder", "Finanțator|Davatelj|Dajalec|Bidragsgivare|Tilskudsgiver"),
        ("funder", "Lahjoittaja|Χρηματοδότης|Bağışçı|Грантодатель|Донор"),
        ("funder", "Грантодавець|Благодійник|捐赠者|捐贈者|捐贈人"),
        ("funder", "捐贈者／支出對象|贊助者|寄付者|기부자|Pemberi hibah|Nhà tài trợ"),
        ("recipient", "Grantee|Recipient|Payee|Zuwendungsempfänger /-in"),
        ("recipient", "Empfänger:in|EmpfängerIn|Bénéficiaire|Beneficiario"),
        ("recipient", "Nombre y apellidos del beneficiario|Name and address of recipient"),
        ("recipient", "Soggetto beneficiario|Favorecido"),
        ("recipient", "Begunstigde|Ontvanger|Odbiorca dotacji|Příjemce"),
        ("recipient", "Prijímateľ|Kedvezményezett|Beneficiar|Prejemnik"),
        ("recipient", "Primatelj|Mottagare|Tilskudsmodtager"),
        ("recipient", "Tilskuddsmottaker|Avustuksen saaja|Δικαιούχος|Yararlanıcı"),
        ("recipient", "Получатель субсидии|Отримувач коштів|收受者|受贈者"),
        ("recipient", "候選人|受補助單位|支出先|수혜기관|Penerima hibah"),
        ("buyer", "Contracting authority|Vergabestelle|Stazione appaltante"),
        ("buyer", "Órgano de contratación|Замовник|機關名稱|발주기관"),
        ("supplier", "Contractor company|Winner|Operatore economico|Vítěz"),
        ("supplier", "Voittaja|Переможець|契約相手方|계약상대자|Nhà thầu"),
        ("partner", "SUBJEKT|ORGANIZACIÓN|Razón social|Unidad económica"),
        ("partner", "Podmiot|Szervezet neve|Tvrtka|Организация|Tổ chức"),
    ],
)  # fmt: skip
def test_headers_of_parties(role: str, headers: str) -> None:
    for header in headers.split("|"):
        word = read_word(kinds()["deals"], header)
        assert (word.field and word.field.name, word.role) == ("parties", role), header
        assert word.certainty == EXACT or header == "Contractor company", header


@pytest.mark.parametrize(
    "header", ["Adres gever", "Ort Empfänger", "Anschrift des Empfängers", "Typ příjemce", "Granted"]
)
def test_what_a_party_has_is_no_party(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is None or not word.field.parts


def _roles(found: list[object]) -> list[list[tuple[str, str]]]:
    return [[(one.org, str(one.role)) for one in parties] for parties in found]  # type: ignore[attr-defined]


def test_who_gives_and_who_gets_are_never_one_role(take: Take, tmp_path: Path) -> None:
    text = "Grantor,Grantee,Title,Amount (USD)\nOffice Aa,Bb Inc,Help,5000000\nOffice Aa,Dd LLC,More help,6000000\n"
    assert _roles(take(sheet(tmp_path / "a.csv", text)).values("parties")) == [
        [("office-aa", "funder"), ("bb", "recipient")],
        [("office-aa", "funder"), ("dd", "recipient")],
    ]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Agency,Recipient", ["funder", "recipient"]),
        ("Agency,Supplier", ["buyer", "supplier"]),
        ("Donor,Party", ["funder", "recipient"]),
        ("Party,Company", ["partner", "partner"]),
        ("Sponsor,Recipient", ["funder", "recipient"]),
        ("Funder,Awardee", ["funder", "recipient"]),
        ("Buyer,Winner", ["buyer", "supplier"]),
    ],
)  # fmt: skip
def test_what_a_word_leaves_open_the_other_column_tells(
    fields: Fields, tmp_path: Path, header: str, roles: list[str]
) -> None:
    text = f"{header},Title,Amount (USD)\nAa Ltd,Bb Inc,Help,5000000\nCc Ltd,Dd LLC,More help,6000000\n"
    found = fields(sheet(tmp_path / "a.csv", text))["parties"].roles
    assert {column: role for role, columns in found.items() for column in columns} == dict(
        zip(header.split(","), roles, strict=True)
    )


def test_a_column_without_a_cell_is_no_party_and_has_no_code(look: Bring, tmp_path: Path) -> None:
    text = "ContractTitle,ContractorID,ContractorCompany,ContractorName,Amount (EUR)\n" + "".join(
        f"Work {n},2560000{n},Bb{n} s.r.o.,,250{n}00\n" for n in range(3)
    )
    ran = look(sheet(tmp_path / "a.csv", text))
    assert 'supplier = "ContractorCompany"' in ran.err
    assert '"ContractorID" = "code of ContractorCompany"' in ran.err


def test_signs_beside_their_names_are_no_second_party(take: Take, tmp_path: Path) -> None:
    text = "donor,amount (GBP),party,partyname\n" + "".join(
        f"Aa{n} Ltd,50000,{sign},{name}\n"
        for n, (sign, name) in enumerate([("lab", "Labour"), ("con", "Conservatives"), ("lib", "Liberal Democrats")])
    )
    found = _roles(take(sheet(tmp_path / "a.csv", text)).values("parties"))
    assert [parties[1] for parties in found] == [
        ("labour", "recipient"), ("conservatives", "recipient"), ("liberal-democrats", "recipient")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Bb-Stiftung / 20000 Cc", ["Bb-Stiftung"]),
        ("Bb e.V., D-20000 Cc am See", ["Bb e.V."]),
        ("Bb Holding / 1411 GZ Cc", ["Bb Holding"]),
        ("Bb GmbH / Cc AG", ["Bb GmbH", "Cc AG"]),
        ("Bb / 10000 Trees Ltd", ["Bb", "10000 Trees Ltd"]),
        ("Bb / 1860 Cc", ["Bb", "1860 Cc"]),
        ("Einwilligung des Zuwendungsgebers zur Veröffentlichung liegt nicht vor.", []),
        ("Anonymous donor", []),
        ("anonym", []),
        ("匿名", []),
        ("Name withheld", []),
        ("Anonymous Ltd", ["Anonymous Ltd"]),
        ("Anonyma Holding", ["Anonyma Holding"]),
        ("Consent Films", ["Consent Films"]),
    ],
)
def test_a_cell_of_parties_holds_names_and_nothing_else(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


def test_who_is_not_named_is_nothing_stated(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Gift {n};Einwilligung zur Veröffentlichung liegt nicht vor.;{n}000000\n" for n in range(1, 4))
    text = f"Title;Name und Wohnort/ Sitz des Zuwendungs-gebers;Wert (Euro)\n{rows}Gift 4;Ff GmbH / 10000 Gg;5000000\n"
    found = _roles(take(sheet(tmp_path / "a.csv", text)).values("parties"))
    assert found == [[], [], [], [("ff", "funder")]]


def test_a_word_that_says_that_nobody_is_named_is_no_party(take: Take, tmp_path: Path) -> None:
    words = """neuveden Neuvedeno nezjištěno není_uvedeno (neuvedeno) nincs_megadva nie_podano Nieznany не_указан
    Не_указано not_stated not_specified ikke_oppgitt ei_tiedossa ej_angivet Okänd uppgift_saknas belirtilmemiş
    nespecificat 未披露 未公開 미정 해당없음 غير_محدد לא_צוין niet_vermeld non_renseigné não_informado
    nicht_angegeben""".split()
    rows = "".join(
        f"Bridge {n},Aa Ltd,5{n}\nRoad {n},{word.replace('_', ' ')},6{n}\nPark {n},Bb Ltd,7{n}\n"
        for n, word in enumerate(words)
    )
    found = take(sheet(tmp_path / "a.csv", f"Title,Supplier,Amount (EUR)\n{rows}"))
    roles = _roles(found.values("parties"))
    assert {word: told for word, told in zip(words, roles[1::3], strict=True) if told} == {}
    assert (roles[0], roles[2]) == ([("aa", "supplier")], [("bb", "supplier")])


def test_numbers_of_companies_are_not_those_of_the_person_beside_them(look: Bring, tmp_path: Path) -> None:
    rows = "甲某某,38010007,丙丁工業股份有限公司,200000\n戊某某,05082003,庚辛有限公司,1000000\n"
    ran = look(sheet(tmp_path / "a.csv", f"候選人,統一編號,捐贈者／支出對象,收入金額(TWD)\n{rows}"))
    assert '"統一編號" = "identifiers.TW-CR of 捐贈者／支出對象"' in ran.err

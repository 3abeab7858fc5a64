"""Lists in rarer languages, ceilings, notes behind amounts, codes and descriptions; each list is made up."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


@pytest.mark.parametrize(
    "header",
    "Вартість|Очікувана вартість|Ціна|Сума договору|hodnota|érték|τιμή|hinta|kaina|prijs|סכום|מחיר|المبلغ|"
    "مبلغ|giá trị hợp đồng|jumlah|มูลค่า".split("|"),
)
def test_amounts_in_languages_that_are_rarer(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert word.field.name == "amount"


def test_a_ukrainian_list(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f'Аа область;{n}3600;Поточний ремонт {n};Бб рада {n};ТОВ "Вв{n}"\n' for n in range(1, 5))
    path = sheet(tmp_path / "list.csv", f"Регіон;Вартість;Назва закупівлі;Замовник;Переможець\n{rows}")
    proposal = _prepared(archive, path).proposal
    (question,) = proposal.questions
    assert question.field == "amount"
    assert [one.value for one in question.answers if one.likely] == ["UAH"]
    assert proposal.mapping.fields["place"].columns == ("Регіон",)


def test_a_catalan_list(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Serveis;Ajuntament de Aa;Bb {n} SL;Neteja {n};{n}100,50;0{n}/03/2024\n" for n in range(1, 5))
    head = "Tipus de contracte;Òrgan de contractació;Adjudicatari;Objecte del Contracte;Import sense IVA;"
    head += "Data del contracte"
    proposal = _prepared(archive, sheet(tmp_path / "list.csv", f"{head}\n{rows}")).proposal
    fields = proposal.mapping.fields
    assert fields["title"].columns == ("Objecte del Contracte",)
    assert fields["amount"].columns == ("Import sense IVA",)
    assert fields["date"].columns == ("Data del contracte",)
    assert fields["parties"].roles == {"buyer": ("Òrgan de contractació",), "supplier": ("Adjudicatari",)}
    (question,) = (one for one in proposal.questions if one.field == "amount")
    assert next(one.value for one in question.answers if one.value) == "EUR"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("import_adjudicacio_sense", "amount"), ("denominacio_adjudicatari", "parties"), ("Import concedit", "amount"),
        ("data_adjudicacio_contracte", "date"), ("Data de concessió", "date"), ("objecte_contracte", "title"),
        ("Nom del beneficiari", "parties"), ("Municipi", "place"),
    ],
)  # fmt: skip
def test_headers_of_catalan_portals(header: str, field: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert word.field.name == field


@pytest.mark.parametrize(
    "header",
    [
        "sceltaContraente",
        "Scelta del contraente",
        "scelta_contraente",
        "Selección del contratista",
        "choix du titulaire",
    ],
)
def test_how_somebody_was_chosen_is_nobody(header: str) -> None:
    assert read_word(kinds()["deals"], header).field is None


def test_a_hungarian_header_of_two_rows(archive: Path, tmp_path: Path) -> None:
    text = (
        "A szerződés megnevezése; tárgya,A szerződő fél,,A szerződés értéke (Ft),A szerződés időtartama\n"
        ",megnevezése,címe,,\nkarbantartás 1,Aa Kft,9021 Győr Bb u 1.,440001,határozatlan\n"
        "karbantartás 2,Cc Kft,9022 Győr Bb u 2.,440002,határozatlan\n"
    )
    mapping = _prepared(archive, sheet(tmp_path / "list.csv", text)).proposal.mapping
    assert mapping.fields["title"].columns == ("A szerződés megnevezése; tárgya",)
    assert mapping.fields["parties"].roles == {"partner": ("A szerződő fél megnevezése",)}
    assert mapping.fields["amount"].currency == "HUF"
    assert mapping.columns == {"A szerződő fél címe": "address of A szerződő fél megnevezése"}


def test_an_address_is_never_the_likely_title(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"9021 Győr Bb utca {n}.,{n}40001,x{n}\n" for n in range(1, 5))
    path = sheet(tmp_path / "list.csv", f"címe,A szerződés értéke (Ft),kód\n{rows}")
    (question,) = _prepared(archive, path).proposal.questions
    assert question.field == "title"
    assert not any(one.likely and one.value == "címe" for one in question.answers)


@pytest.mark.parametrize("header", ["budget_code", "Budget no.", "예산코드", "Budget ID"])
def test_a_code_beside_amounts_is_no_money(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    text = f"{header},description,amount\n20271140,Paper for the office,918180.89\n20271141,Pens for it,919180.89\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=ILS")
    assert ran.code == 0, ran.err
    assert f"{header}: likely in ILS" not in ran.err
    assert not any(name.endswith("_currency") for name in rows_of(archive / "data/fair-deals-list/deals.csv")[0])


@pytest.mark.parametrize("header", ["Example Recipients", "Eligible beneficiaries", "Target group company"])
def test_whom_something_is_for_is_no_party(take: Take, tmp_path: Path, header: str) -> None:
    text = f'Programme Name,Total Pool (RM),{header}\nFund,RM200 million,"Small firms, equipment makers"\n'
    taken = take(sheet(tmp_path / "list.csv", text + "Trust,RM55 million (2026 allocation),Makers of tools\n"))
    assert not any(taken.values("parties"))
    assert taken.values("amount") == [Decimal(200_000_000), Decimal(55_000_000)]


def test_shares_with_words_behind_them_are_no_amount(archive: Path, tmp_path: Path) -> None:
    text = (
        "Project,Cost of Capital,Funding (RM)\nFund,0% — matching grant,RM200 million\nTrust,3% (fixed),RM5 million\n"
    )
    proposal = _prepared(archive, sheet(tmp_path / "list.csv", text)).proposal
    assert not proposal.questions
    assert proposal.mapping.fields["amount"].columns == ("Funding (RM)",)


def test_ceilings_of_japanese_grants(take: Take, tmp_path: Path) -> None:
    text = (
        "自治体名,補助金名,補助金額(上限),概要\n甲市,乙補助金,上限20万円,市内の中小企業者の販路開拓を支援します。\n"
        "丙市,丁補助金,補助上限額：10万円,出展費用の補助を行います。\n"
    )
    taken = take(sheet(tmp_path / "list.csv", text))
    assert taken.values("amount") == [Decimal(200_000), Decimal(100_000)]
    assert {str(one) for one in taken.values("amount_bound")} == {"at-most"}
    assert [title.zh for title in taken.values("title")] == ["乙補助金", "丁補助金"]
    assert [[one.role for one in each] for each in taken.values("parties")] == [["funder"], ["funder"]]

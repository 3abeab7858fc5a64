"""The day of signing is a deal's before the one on which something begins; two that differ are asked for. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, rows_of, sheet

Bring = Callable[..., Ran]
_LIST = (
    "Project;{days};Amount (EUR)\nMine;2020-05-25;2020-06-01;1000\n"
    "Mill;2020-04-22;2020-06-01;2000\nPort;2019-09-06;2019-08-01;3000\n"
)
_SIGNED = ["2020-05-25", "2020-04-22", "2019-09-06"]
_HEADERS = (
    "Kontrakt signeringsdato|signert dato|kontraktsdato|avtaledato|aftaledato|undertegnet|underskrevet|"
    "signeringsdatum|avtalsdatum|allekirjoituspäivä|sopimuspäivä|Unterzeichnungsdatum|Vertragsdatum|"
    "unterschrieben am|Date de signature du contrat|signé le|Fecha de firma del contrato|"
    "Fecha suscripción del contrato|firmado el|Data di sottoscrizione|Data stipula contratto|"
    "Data da Assinatura do Contrato|Data celebração contrato|ondertekeningsdatum|getekend op|"
    "contractdatum|Data podpisania umowy|Datum podpisu smlouvy|Dátum podpísania|"
    "szerződés aláírásának dátuma|Data semnării contractului|Datum potpisa ugovora|"
    "Datum sklenitve pogodbe|Sutarties pasirašymo data|Parakstīšanas datums|"
    "Lepingu allkirjastamise kuupäev|Ημερομηνία υπογραφής|imza tarihi|sözleşme tarihi|"
    "дата подписания контракта|дата укладання договору|Дата на подписване|датум потписивања|签约日期|簽約日期|"
    "契約締結日|締結日|調印日|서명일|ngày ký hợp đồng|tanggal penandatanganan|تاريخ التوقيع|תאריך חתימה|"
    "contract_signed_date"
)


@pytest.mark.parametrize("start", ["Kontrakt startdato", "Startdatum", "Start date"])
@pytest.mark.parametrize("header", _HEADERS.split("|"))
def test_the_day_of_signing_is_the_deals(fields: Fields, tmp_path: Path, header: str, start: str) -> None:
    found = fields(sheet(tmp_path / "a.csv", _LIST.format(days=f"{header};{start}")))
    assert found["date"].columns == (header,)


def test_its_days_are_read(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _LIST.format(days="Vertragsdatum;Startdatum")))
    assert [str(day) for day in found.values("date")] == _SIGNED


@pytest.mark.parametrize("header", ["Startdatum", "Kontrakt startdato", "Start date"])
def test_without_one_the_day_of_beginning_is_likely(take: Take, tmp_path: Path, header: str) -> None:
    found = take(sheet(tmp_path / "a.csv", _LIST.format(days=f"Note;{header}")))
    assert [str(day) for day in found.values("date")] == ["2020-06-01", "2020-06-01", "2019-08-01"]


def test_of_json_too(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = [
        {
            "project": f"Mine {n}",
            "kontraktSigneringsdato": day,
            "kontraktStartdato": "2021-01-01",
            "amount_eur": 1000 + n,
        }
        for n, day in enumerate(_SIGNED)
    ]
    bring(sheet(tmp_path / "a.json", json.dumps(rows)))
    assert [row["date"] for row in rows_of(archive / "data" / "fair-deals-a" / "deals.csv")] == _SIGNED


@pytest.mark.parametrize("other", ["Dato", "Date", "Award date", "Beslutsdatum"])
def test_another_day_that_is_as_sure_is_asked_for(bring: Bring, tmp_path: Path, other: str) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _LIST.format(days=f"Kontrakt signeringsdato;{other}")))
    assert (ran.code, "More than one column could be Date" in ran.err) == (1, True)
    assert "date.column=Kontrakt signeringsdato" in ran.err


@pytest.mark.parametrize(
    "header", ["Signatory", "Signature", "Firma", "Signed start date", "Published and signed date"]
)
def test_what_else_is_signed_is_no_sure_day(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is None or not word.field.type.is_day or word.certainty < EXACT


@pytest.mark.parametrize(
    "header",
    ["Kontraktstatus", "avtalestatus", "contractstatus", "stan umowy", "szerződés állapota", "sopimuksen tila"],
)
def test_the_status_of_a_contract_is_a_stage(fields: Fields, take: Take, tmp_path: Path, header: str) -> None:
    text = f"Project;{header};Amount (EUR)\nMine;SIGNED;1000\nMill;SIGNED;2000\nPort;TERMINATED;3000\n"
    path = sheet(tmp_path / "a.csv", text)
    assert fields(path)["stage"].columns == (header,)
    if header == "contractstatus":
        assert take(path).values("stage") == ["signed", "signed", "cancelled"]


@pytest.mark.parametrize(("year", "asked"), [("2011", False), ("2010", True)])
def test_a_year_goes_before_no_day_on_which_something_begins(
    bring: Bring, archive: Path, tmp_path: Path, year: str, asked: bool
) -> None:
    """Where nearly all begin in that year; where some do not, which column it is is asked."""
    rows = "".join(f"Obra {at},Alder {at} Ltda,{at + 10}/06/2011,2011,{at}000\n" for at in range(1, 19))
    text = f"Objeto,Fornecedor,Inicio Vigencia,Ano,Valor (BRL)\n{rows}Obra,Birch Ltda,30/06/2011,{year},900\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ("? date: More than one column could be Date: Inicio Vigencia, Ano." in ran.err) is asked
    if not asked:
        assert ran.code == 0, ran.err
        assert "[date]  # likely" in ran.err
        assert rows_of(archive / "data/fair-deals-list/deals.csv")[0]["date"] == "2011-06-11"


@pytest.mark.parametrize("other", ["Approval date", "Start date"])
def test_another_day_that_twice_as_many_rows_have_is_asked_for(bring: Bring, tmp_path: Path, other: str) -> None:
    rows = "".join(f"Aa {at},{'2024-01-05' if at < 2 else ''},2024-02-0{at + 1}\n" for at in range(6))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Award date,{other}\n{rows}"))
    assert f"More than one column could be Date: Award date, {other}." in ran.err, ran.err


@pytest.mark.parametrize(
    "header", ["Planned award date", "planned_signature_date", "Expected date of award", "计划签约日期"]
)
def test_what_is_only_planned_is_likely_at_most(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {at},2024-02-0{at + 1}\n" for at in range(6))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,{header}\n{rows}"))
    assert "[date]  # likely: " in ran.err or "? date: " in ran.err, ran.err


@pytest.mark.parametrize("header", ["deleted_date", "Date removed", "删除日期"])
def test_when_a_row_was_taken_off_a_list_is_no_day_of_it(fields: Fields, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {at},2024-02-0{at + 1}\n" for at in range(6))
    assert "date" not in fields(sheet(tmp_path / "list.csv", f"Project,{header}\n{rows}"))

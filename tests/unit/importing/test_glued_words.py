"""Headers whose words nothing parts, buyers of registers in Spanish and Portuguese, tax numbers. All is made up."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.money_headers import says_no_money
from cq_tui.importing.recognise.words.glued_words import unglued
from cq_tui.values.currencies import currency_named

from tests.unit.importing.conftest import Fields, Take, sheet


@pytest.mark.parametrize(
    ("header", "parted"),
    [
        ("orgaocontratante", "orgao contratante"),
        ("razaonomecontratado", "razao nome contratado"),
        ("datainiciovigencia", "data inicio vigencia"),
        ("MONTOADJUDICADO", "monto adjudicado"),
        ("FECHACONVOCATORIA", "fecha convocatoria"),
        ("valorcontrato2", "valor contrato2"),
        ("nomedofornecedor", "nome do fornecedor"),
        ("stazioneappaltante", "stazione appaltante"),
        ("montantmarche", "montant marche"),
        ("Auftraggebername", "auftraggeber name"),
        ("MONTADJSOLES", "monto adjudicado soles"),
        ("RUCPROV", "ruc proveedor"),
    ],
)
def test_words_that_nothing_parts(header: str, parted: str) -> None:
    assert unglued(header) == parted


@pytest.mark.parametrize(
    "header", "contratista adjudicado numerator Datawert projectdata montador Beneficiario".split()
)
def test_what_is_one_word_or_not_known_whole(header: str) -> None:
    assert unglued(header) == header


_PORTUGUESE = """numerocontrato;orgaocontratante;objetocontrato;razaonomecontratado;datainiciovigencia;valorcontrato
"01/2020";"SECRETARIA DE EDUCACAO";"LOCACAO DE IMOVEL";"CONSELHO DOS PESCADORES LTDA";2020/01/05;R$ 5100
"02/2020";"FUNDO MUNICIPAL DE SAUDE";"COMPRA DE LUVAS";"MEDIAL COMERCIO LTDA";2020/02/11;R$ 7200
"03/2020";"SECRETARIA DE CULTURA";"SHOW DE ANIVERSARIO";"BANDA SOLAR EIRELI";2020/03/20;R$ 9000
"""
_SPANISH = """RUC_ENTIDAD,ENTIDAD,FECHACONVOCATORIA,DESCRIPCION_PROCESO,MONEDA,MONTOADJUDICADO,PROVEEDOR
20192145831,MUNICIPALIDAD DE ALTOVERDE,2020-03-16,ADQUISICION DE GUANTES,Soles,177480.00,COMERCIAL BRISAS S.A.C.
20481772550,HOSPITAL REGIONAL DE LAGUNAS,2020-04-03,COMPRA DE JABON,Nuevos Soles,105093.00,CORPORACION ALMENA E.I.R.L.
20131370645,MINISTERIO DE PUERTOS,2020-04-09,TRANSPORTE,Dólar Norteamericano,98000.50,TRANSPORTES ANDINO S.A.
"""


def test_a_register_in_portuguese(fields: Fields, tmp_path: Path) -> None:
    found = fields(sheet(tmp_path / "a.csv", _PORTUGUESE))
    assert found["parties"].roles == {"buyer": ("orgaocontratante",), "supplier": ("razaonomecontratado",)}
    columns = {"title": "objetocontrato", "date": "datainiciovigencia", "amount": "valorcontrato"}
    assert {name: found[name].columns for name in columns} == {name: (one,) for name, one in columns.items()}


def test_a_register_in_spanish(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "a.csv", _SPANISH))
    assert [str(one) for one in taken.values("title")] == ["ADQUISICION DE GUANTES", "COMPRA DE JABON", "TRANSPORTE"]
    assert taken.values("currency") == ["PEN", "PEN", "USD"]
    assert [[one.role for one in parties] for parties in taken.values("parties")] == [["buyer", "supplier"]] * 3


def test_a_body_without_a_supplier_is_no_buyer(fields: Fields, tmp_path: Path) -> None:
    found = fields(sheet(tmp_path / "a.csv", "Proyecto;Entidad;Monto (EUR)\nMina;Aa S.A.;1000\nPuerto;Bb S.A.;2000\n"))
    assert found["parties"].roles == {"partner": ("Entidad",)}


@pytest.mark.parametrize(
    "header",
    [
        "RUC",
        "RUCPROV",
        "ruc_entidad",
        "CNPJ",
        "NIF",
        "CIF",
        "cnpjcontratado",
        "统一社会信用代码",
        "NIT",
        "RFC",
        "CODPOSTAL",
        "NUMFAX",
        "totalExecutionTime",
    ],
)
def test_numbers_of_tax_offices_and_the_like_are_no_money(header: str) -> None:
    assert says_no_money(header)


@pytest.mark.parametrize("header", ["MONTOADJUDICADO", "valorcontrato", "Montant attribué", "Importe"])
def test_amounts_are(header: str) -> None:
    assert not says_no_money(header)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Soles", "PEN"), ("Nuevos Soles", "PEN"), ("NUEVO SOL", "PEN"), ("Dólar Norteamericano", "USD"),
        ("Dolares Americanos", "USD"), ("Reais", "BRL"), ("Pesos Mexicanos", "MXN"), ("PESOS COLOMBIANOS", "COP"),
        ("Quetzales", "GTQ"), ("Guaraníes", "PYG"), ("dollars américains", "USD"), ("Pesos", "peso"),
    ],
)  # fmt: skip
def test_names_of_currencies(cell: str, code: str) -> None:
    assert currency_named(cell) == code

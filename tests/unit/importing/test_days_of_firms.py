"""Days on which a firm was founded or registered are no deal's, and tax numbers no amounts. All lists are made up."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.day_headers import is_other_day

from tests.unit.importing.conftest import Fields, Take, sheet

_FOUNDED = (
    "FECHA DE CONSTITUCIÓN|fecha constitucion|Inicio de actividades|Fecha de inicio de actividades|"
    "Data de constituição|data inicio atividades|Date de création|date_creation|Data di costituzione|Gründungsdatum|"
    "gegründet am|Date of incorporation|Founding Date|Oprichtingsdatum|Data założenia|"
    "成立日期|注册日期|設立年月日|创立时间|설립일|"
    "Date début d'activité|Inizio attività"
)
_REGISTERED = (
    "FECHA DE INSCRIPCIÓN|fechaInscripcion|Fecha de alta|Data de abertura|data_abertura|Data di iscrizione|"
    "Date d'immatriculation|Registration date|Eintragungsdatum|登记日期|登記日|등록일"
)
_LIST = "Proyecto;{day};Monto (EUR)\nMina Alta;1998-12-11;1000\nPuerto;1996-12-26;2000\nMolino;2013-11-29;3000\n"


@pytest.mark.parametrize("day", _FOUNDED.split("|"))
def test_a_firm_is_founded_on_no_day_of_a_deal(fields: Fields, tmp_path: Path, day: str) -> None:
    assert "date" not in fields(sheet(tmp_path / "a.csv", _LIST.format(day=day)))


@pytest.mark.parametrize("day", _REGISTERED.split("|"))
def test_what_was_registered_on_a_day_is_asked(take: Take, tmp_path: Path, day: str) -> None:
    assert is_other_day(day)
    assert take(sheet(tmp_path / "a.csv", _LIST.format(day=day))).questions == ["date"]


@pytest.mark.parametrize("day", ["Fecha de firma", "Fecha de registro del contrato", "合同登记日期"])
def test_a_deal_may_be_signed_or_registered_on_it(fields: Fields, tmp_path: Path, day: str) -> None:
    found = fields(sheet(tmp_path / "a.csv", _LIST.format(day=day)))
    assert found["date"].columns == (day,)


def test_the_day_of_signing_beside_the_one_of_registration(take: Take, tmp_path: Path) -> None:
    text = "Proyecto;Fecha de inscripción;Fecha de firma;Monto (EUR)\nMina Alta;1998-12-11;2020-01-05;1000\n"
    found = take(sheet(tmp_path / "a.csv", text + "Puerto;1996-12-26;2020-02-11;2000\n"))
    assert [str(one) for one in found.values("date")] == ["2020-01-05", "2020-02-11"]


@pytest.mark.parametrize("name", ["Registration number", "Registered capital", "Costo de inscripción", "注册资本金额"])
def test_what_else_is_told_of_a_registration_is_no_day(name: str) -> None:
    from cq_tui.importing.recognise.words.days_of_firms import is_day_of_a_firm

    assert not is_day_of_a_firm(name)

"""What is no organisation, title or stage, though a header says so: kinds of owners, codes, unknown words. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import split_names
from cq_tui.kinds.stage_words import stage_words
from cq_tui.values import numbers
from cq_tui.values.codes import Bound

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "kinds_",
    [
        ("Trade Union", "Company", "Individual"),
        ("Unincorporated Association", "Public Fund", "Limited Liability Partnership", "Company"),
        ("Privatperson", "Unternehmen", "Verein"),
        ("企业", "个人", "社会组织"),
    ],
)
def test_kinds_of_owners_are_no_organisations(take: Take, tmp_path: Path, kinds_: tuple[str, ...]) -> None:
    rows = "".join(f"Gift {n},Donor {n},{kinds_[n % len(kinds_)]},5000\n" for n in range(12))
    found = take(sheet(tmp_path / "a.csv", f"Project,Donor,Entity name,Amount (GBP)\n{rows}"))
    assert {len(parties) for parties in found.values("parties")} == {1}


_FORMS = (
    "Corporation|Subchapter S Corporation|Limited  Liability Company(LLC)|501(c)3 – Non Profit|Sole Proprietorship",
    "Self-Employed Individuals|Partnership|Limited Liability Partnership|Cooperative|Non-Profit Organization|LLC",
    "Gesellschaft mit beschränkter Haftung|Aktiengesellschaft|GmbH & Co. KG|Einzelunternehmen|eingetragener Verein",
    "Société à responsabilité limitée|Société par actions simplifiée (SAS)|Entreprise individuelle|SARL|SAS",
    "Sociedad Limitada|Sociedad Anónima (S.A.)|Autónomo|Sociedad de Responsabilidad Limitada|S.L.",
    "Società a responsabilità limitata|Società per azioni|S.r.l.|S.p.A.|Ditta individuale",
    "Besloten Vennootschap (BV)|Eenmanszaak|Stichting|Naamloze Vennootschap|BV",
    "Spółka z ograniczoną odpowiedzialnością|Spółka akcyjna|Fundacja|Spółka z o.o.",
    "Společnost s ručením omezeným|Akciová společnost|s.r.o.|a.s.",
    "Общество с ограниченной ответственностью|ООО|Акционерное общество|АО|Индивидуальный предприниматель",
    "有限责任公司|股份有限公司|个体工商户|合伙企业|有限责任公司",
    "株式会社|有限会社|合同会社|株式会社",
)


@pytest.mark.parametrize("forms", _FORMS)
@pytest.mark.parametrize("rows", [6, 24])
def test_legal_forms_are_no_parties(fields: Fields, tmp_path: Path, forms: str, rows: int) -> None:
    found = fields(_loans(tmp_path, forms, rows))
    assert found["parties"].columns == ("borrowerna",)
    assert not any("businessty" in one.columns for one in found.values())


@pytest.mark.parametrize("rows", [6, 24])
def test_legal_forms_are_a_field_of_its_own(bring: Bring, archive: Path, tmp_path: Path, rows: int) -> None:
    ran = bring(_loans(tmp_path, _FORMS[0], rows))
    assert len(rows_of(archive / "data" / "fair-deals-list" / "organisations.csv")) == rows
    assert f"businessty: {rows} of {rows} from businessty; a field of its own: " in ran.err


def _loans(path: Path, forms: str, rows: int) -> Path:
    each = forms.split("|")
    text = "".join(f"Loan {n};AA{n} SERVICE INC;{each[n % len(each)]};{14000 + n},50 USD\n" for n in range(rows))
    return sheet(path / "list.csv", f"Project;borrowerna;businessty;initialapp\n{text}")


def test_a_few_names_again_and_again_stay_organisations(take: Take, tmp_path: Path) -> None:
    parties = ("Labour", "Conservatives", "Lib Dems")
    rows = "".join(f"Gift {n},Donor {n},{parties[n % 3]},5000\n" for n in range(12))
    found = take(sheet(tmp_path / "a.csv", f"Project,Donor,Party,Amount (GBP)\n{rows}"))
    assert {len(parties) for parties in found.values("parties")} == {2}


def test_awarded_is_committed_and_announced_is_left_open() -> None:
    words = {"awarded", "vergeben", "aggiudicato", "adjudicada", "adjugé", "gegund", "udzielono zamówienia", "中标"}
    assert words <= set(stage_words("committed"))
    assert {"gara deserta", "desierto", "废标"} <= set(stage_words("cancelled"))


def _stages(words: list[str]) -> str:
    return "Project,Stage,Amount (EUR)\n" + "".join(f"Work {n},{word},500{n}\n" for n, word in enumerate(words))


def test_a_stage_of_unknown_words_is_a_field_of_its_own_and_told_once(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _stages(["zork"] * 50 + ["signed"] * 10)), "--dry-run")
    assert "most of its cells hold words that are not known" in ran.err
    assert "60 accepted, 0 refused" in ran.err


def test_what_was_cancelled_is_kept_among_unknown_words(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _stages(["zork"] * 50 + ["cancelled"] * 10)))
    assert found.values("stage").count("cancelled") == 10


def test_the_state_of_a_call_is_no_stage_of_a_deal(take: Take, tmp_path: Path) -> None:
    found = take(
        sheet(tmp_path / "a.csv", "Titolo,Stato del Bando,Importo (EUR)\nAa bb,In corso,500\nCc dd,Chiuso,600\n")
    )
    assert set(found.values("stage")) == {None}


def test_pesos_are_those_of_somewhere_though_cells_have_a_dollar_sign(look: Bring, tmp_path: Path) -> None:
    states = ("SINALOA", "SONORA", "BAJA CALIFORNIA")
    rows = "".join(f"Red {n},{state},$ 588.8{n}\n" for n, state in enumerate(states))
    ran = look(sheet(tmp_path / "a.csv", f"Proyecto,Entidad,Apoyo (EN PESOS)\n{rows}"))
    offered = [line.strip() for line in ran.err.splitlines() if "--set amount.currency=" in line]
    assert offered[0].startswith("--set amount.currency=MXN  # likely")
    assert not any("USD" in line for line in offered)


@pytest.mark.parametrize("text", ["ca 2.000.000 €", "ca. 2.000.000 €", "cca 2.000.000 €"])
def test_about_without_a_dot(text: str) -> None:
    found = numbers.quantity(text, ",")
    assert (found.value, found.currency, found.bound) == (2_000_000, "EUR", Bound.ABOUT)


def test_canadian_dollars_are_no_about() -> None:
    assert numbers.quantity("ca$ 500").currency == "CAD"


def test_a_number_stands_before_the_company_that_it_is_of(bring: Bring, tmp_path: Path) -> None:
    text = (
        "候選人,統一編號,捐贈者／支出對象,收入金額\n甲某某,22099131,丙丁工業股份有限公司,200000\n"
        "甲某某,04595257,庚辛有限公司,1000000\n戊某某,22099131,丙丁工業股份有限公司,300000\n"
    )
    ran = bring(sheet(tmp_path / "a.csv", text), "--set", "amount.currency=TWD", "--dry-run")
    assert "Organisations, Identifiers: 2 of 4 from 統一編號" in ran.err


def test_the_number_of_a_contract_is_no_title_beside_what_it_is_about(take: Take, tmp_path: Path) -> None:
    about = "Serviço de manutenção preventiva e corretiva dos veículos da universidade " * 4
    rows = "".join(f"{n}0/2014;Aa {n} LTDA;R$ 1.000,6{n};{about}{n}\n" for n in range(1, 6))
    found = take(sheet(tmp_path / "a.csv", f"contrato;contratado;valor;objeto\n{rows}"))
    assert all(title.en.startswith("Serviço") for title in found.values("title"))


@pytest.mark.parametrize(
    "text",
    [
        "The donor has given no details yet.",
        "Die Angaben des Spenders werden später ergänzt.",
        "Le donateur a été informé de la publication.",
        "该捐赠人的信息将于下季度补充。",
    ],
)
def test_a_sentence_names_nobody(text: str) -> None:
    assert split_names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Friends of the Earth is Ours Ltd.",
        "Verein der Freunde e.V.",
        "Association pour la promotion de la lecture",
        "Bank of Aa.",
    ],
)
def test_a_name_is_no_sentence(text: str) -> None:
    assert split_names(text) == [text]


def test_francs_are_offered_first_where_names_are_swiss(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Théâtre {n} de Genève,309{n}00\n" for n in range(9))
    ran = look(sheet(tmp_path / "a.csv", f"Projet,Montant\n{rows}"))
    offered = [line.strip() for line in ran.err.splitlines() if "--set amount.currency=" in line]
    assert offered[0].startswith("--set amount.currency=CHF")

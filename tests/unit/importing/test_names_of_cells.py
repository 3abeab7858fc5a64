"""Where the names of a cell are parted, what names nobody, and how both are told and answered. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, split_names
from cq_tui.importing.recognise.words.no_names import is_private_person

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("DISTRIBUIDORA AA CC; C.A.", ["DISTRIBUIDORA AA CC, C.A."]),
        ("AA TELECOMUNICACIONES;C.A.", ["AA TELECOMUNICACIONES, C.A."]),
        ("Aa Handel | GmbH & Co. KG", ["Aa Handel, GmbH & Co. KG"]),
        ("Aa / S.A.", ["Aa / S.A."]),
        ("Aa;Bb;S.R.L.", ["Aa", "Bb, S.R.L."]),
        ("null; AA DEL SUR; E.I.R.L.", ["AA DEL SUR, E.I.R.L."]),
        ("AA ANDINA;S.A.C.", ["AA ANDINA, S.A.C."]),
        ("AA AUSTRAL; S.A.I.C.", ["AA AUSTRAL, S.A.I.C."]),
        ("Aa Motor; SAIC", ["Aa Motor", "SAIC"]),
        ("某某有限责任\n公司", ["某某有限责任公司"]),
        ("CASA DE EE|SINERGIUM S.A.", ["CASA DE EE", "SINERGIUM S.A."]),
        ("Groupement AA SUD / BB EST", ["Groupement AA SUD", "BB EST"]),
        ("Club Athlétique\nAaertois", ["Club Athlétique Aaertois"]),
        ("Club\nAA BB", ["Club AA BB"]),
        ("Compagnie\nA Petits Pas", ["Compagnie A Petits Pas"]),
        ("Foyer Socio Educatif du Lycée\nProfessionnel Aa", ["Foyer Socio Educatif du Lycée Professionnel Aa"]),
        ("Aa / Club", ["Aa / Club"]),
        ("Consejería de Aa#Ente Bb", ["Consejería de Aa", "Ente Bb"]),
        ("C#Works", ["C#Works"]),
        ("Aa #12", ["Aa #12"]),
        ("Aa B.V.\nAmsterdam", ["Aa B.V. Amsterdam"]),
        ("Aa GmbH\nBb AG", ["Aa GmbH", "Bb AG"]),
        ("1. Aa\n2. Bb", ["Aa", "Bb"]),
        ("- Aa\n- Bb", ["Aa", "Bb"]),
        ("Université de Aa\nUniversité de Bb", ["Université de Aa", "Université de Bb"]),
        ("甲某\n乙某", ["甲某", "乙某"]),
        ("Dd; Ee", ["Dd", "Ee"]),
        (
            "Ee gGmbH (EE gGmbH), Udo Ff / Wolf Gg & Hh, Ringstraße 17 - 19, 66540 Iistadt",
            ["Ee gGmbH (EE gGmbH), Udo Ff / Wolf Gg & Hh"],
        ),
        ("Cc GmbH / Dd AG, Poststr. 7a, 66540 Iistadt", ["Cc GmbH", "Dd AG"]),
        ("Cc GmbH / Dd AG, Kiel", ["Cc GmbH", "Dd AG, Kiel"]),
    ],
)
def test_names_are_parted_where_each_is_one_by_itself(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


def test_a_line_that_fills_a_cell_elsewhere_is_a_name(take: Take, tmp_path: Path) -> None:
    assert names_in("Aa Beta\nCc Delta", frozenset({"aa beta", "cc delta"})).names == ("Aa Beta", "Cc Delta")
    text = 'Project,Partner\nMill,"Aa Beta\nCc Delta"\nMine,Aa Beta\nPort,CC delta\nRoad,"Ee\nFf"\n'
    found = take(sheet(tmp_path / "a.csv", text)).values("parties")
    assert [[one.org for one in parties] for parties in found] == [
        ["aa-beta", "cc-delta"], ["aa-beta"], ["cc-delta"], ["ee-ff"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        "(Particulier)|natuurlijk persoon|Privépersoon|particuliere persoon",
        "personne physique|un particulier|persona física|PERSONA NATURAL|privato|persona fisica|Pessoa Física",
        "Privatperson|natürliche Person|osoba fizyczna|Osoba prywatna|fyzická osoba|magánszemély|fizička osoba",
        "физическое лицо|Физ. лицо|фізична особа|gerçek kişi|yksityishenkilö|Privatperson 12|Individual",
        "个人|個人|自然人|개인|[private person]|osoba fizyczna (RODO)",
    ],
)
def test_a_private_person_is_no_organisation(cells: str) -> None:
    for cell in cells.split("|"):
        assert is_private_person(cell), cell
        assert split_names(cell) == [], cell


@pytest.mark.parametrize("name", ["Particulier Onderwijs BV", "Individual Foods Ltd", "Personal AG", "个人护理公司"])
def test_a_name_with_such_a_word_is_one(name: str) -> None:
    assert split_names(name) == [name]


_LIST = """project,recipient,amount (EUR)
Fonctionnement,"Club Athlétique
Aaertois",1000000
Voyage,Section Bbmartin / Othis,2000000
Import,"DISTRIBUIDORA UNIVERSAL CC; C.A.",3000000
Fest,Compagnie Ff,7000000
Gift,(Particulier),1000000
Help,(Particulier),1000000
"""


def test_what_is_parted_and_what_is_not_is_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST))
    assert ran.code == 0
    assert (
        "! Organisations: 1 name is read as several: Section Bbmartin + Othis. "
        "To keep one as it is: --set 'organisations.Section Bbmartin / Othis='"
    ) in ran.err
    assert (
        "! Organisations: 1 name that goes over lines is read as one: Club Athlétique Aaertois. To part one: "
        "--set 'organisations.Club Athlétique Aaertois=Club Athlétique; Aaertois'"
    ) in ran.err
    assert 'Organisations: 2 cells name nobody, which states none: "(Particulier)" 2' in ran.err
    assert "Parties: 4 of 6 from recipient" in ran.err
    names = [row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")]
    assert sorted(names) == [
        "Club Athlétique Aaertois", "Compagnie Ff", "DISTRIBUIDORA UNIVERSAL CC, C.A.", "Othis", "Section Bbmartin"
    ]  # fmt: skip
    map_ = (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert '# "Section Bbmartin / Othis" = ""' in map_


def test_the_answers_read_a_cell_otherwise(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    kept = "organisations.Section Bbmartin / Othis="
    parted = "organisations.Club Athlétique Aaertois=Club Athlétique; Aaertois"
    named = "organisations.(Particulier)="
    assert bring(path, "--set", kept, "--set", parted, "--set", named).code == 0
    names = [row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")]
    assert sorted(names) == [
        "(Particulier)", "Aaertois", "Club Athlétique", "Compagnie Ff", "DISTRIBUIDORA UNIVERSAL CC, C.A.",
        "Section Bbmartin / Othis",
    ]  # fmt: skip


def test_a_general_noun_or_a_legal_form_alone_is_no_name(take: Take, tmp_path: Path) -> None:
    text = "Project,Partner\nMill,Compagnie\nMine,C.A.\nPort,SPA\nRoad,GmbH\n"
    found = take(sheet(tmp_path / "a.csv", text))
    assert [[one.org for one in parties] for parties in found.values("parties")] == [[], [], ["spa"], []]
    assert sorted(found.unread()) == ["C.A.", "Compagnie", "GmbH"]


def test_years_are_no_amounts_like_those_of_another_column(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Dag {n};Stichting {n};{n}85000;2016\n" for n in range(1, 6))
    text = f"PROJECT_NAAM;AANVRAGER;BEDRAG_VERLEEND;SUBSIDIEJAAR\n{rows}"
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.column=BEDRAG_VERLEEND", "--set",
                "amount.currency=EUR", "--set", "date=")  # fmt: skip
    assert ran.code == 0, ran.err
    assert "EUR 2,016" not in ran.err


@pytest.mark.parametrize(
    "cell",
    """Aa GmbH & Co. Autovermietung KG|Bb GmbH & Cie. KG|Cc GmbH & Co Verlags KG|Dd PLC & Co. Luftverkehrs KG
    |Ee GmbH und Co. Bau OHG|Ff AG + Co. Bau KGaA|Gg GmbH, & Co. Handels KG|Hh SA et Cie SCA|Ii SA y Cía. Minera SA
    |Jj Ltda e Cia. Agro Ltda|Kk S.r.l. & C. S.a.s.|Ll S.r.l. e C. Immobiliare S.a.s.|Mm AS og Co. Invest AS
    |Nn AB och Co Fastighets AB|Oo Ltd & Sons Ltd|Pp AG & Söhne KG|Qq SARL et Fils SARL|Rr NV en Zonen NV
    |Ss GmbH & Partner KG""".replace("\n", "").split("|"),
)
def test_and_company_parts_no_name(cell: str) -> None:
    assert split_names(cell.strip()) == [cell.strip()]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Aa GmbH & Co. Verlags KG, Bb AG", ["Aa GmbH & Co. Verlags KG", "Bb AG"]),
        ("Aa GmbH & Co. KG und Bb GmbH & Cie. KG", ["Aa GmbH & Co. KG", "Bb GmbH & Cie. KG"]),
        ("Aa Ltd & Sons of Bb Ltd", ["Aa Ltd", "Sons of Bb Ltd"]),
        ("Aa Ltd and Co-operative Bb Ltd", ["Aa Ltd", "Co-operative Bb Ltd"]),
        ("Aa AB & Coop Ltd", ["Aa AB", "Coop Ltd"]),
    ],
)
def test_other_names_behind_an_and_are_parted(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names

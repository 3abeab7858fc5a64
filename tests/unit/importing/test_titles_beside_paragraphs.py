"""A paragraph is not what a record is called where a short name stands beside it; compounds of names. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.nothing import is_nothing

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, sheet

Bring = Callable[..., Ran]

FRENCH = "{} est le grand systémier de la région : capteurs, radars. Le groupe équipe toutes les armées."
GERMAN = "Die {} baut seit vielen Jahren große Anlagen für Wasser und Luft. Sie liefert in alle Länder der Erde!"
CHINESE = "{}公司建设了三条生产线，主要生产各类电池材料和部件。产品销往全国各地的客户。"


def _offered(ran: Ran) -> list[str]:
    lines = (line.strip().replace("'", "") for line in ran.err.splitlines())
    return [line.removeprefix("--set title.column=") for line in lines if line.startswith("--set title.column=")]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("entreprise,description", FRENCH),
        ("Firma,Beschreibung", GERMAN),
        ("企业,内容", CHINESE),
        ("Xqa,description", FRENCH),
    ],
)
def test_the_short_name_beside_a_paragraph_is_the_likely_title(
    look: Bring, tmp_path: Path, header: str, told: str
) -> None:
    rows = "".join(f'Aa{name} Works,"{told.format(name)}"\n' for name in ("Bb", "Cc", "Dd"))
    offered = _offered(look(sheet(tmp_path / "a.csv", f"{header}\n{rows}")))
    first, *_others, last = header.split(",")
    assert offered[0].startswith(f"{first}  # likely")
    assert offered[-1].startswith(f"{last}  # ")
    assert "likely" not in offered[-1]


def test_a_column_of_paragraphs_comes_last_where_no_header_says_a_title(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f'"{FRENCH.format(name)}",Aa{name} Works,5{n}0000\n' for n, name in enumerate(("Bb", "Cc", "Dd")))
    offered = _offered(look(sheet(tmp_path / "a.csv", f"Xqb,Xqa,EUR\n{rows}")))
    assert offered[0].startswith("Xqa  # likely")
    assert offered[1].startswith("Xqb  # ")


def test_a_paragraph_stays_the_title_where_nothing_else_calls_the_rows(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f'Aa Works,"{FRENCH.format(name)}"\n' for name in ("Bb", "Cc", "Dd"))
    ran = bring(sheet(tmp_path / "a.csv", f"entreprise,description\n{rows}"), "--dry-run")
    assert "Deal: 3 of 3 from description" in ran.err


def test_one_long_sentence_is_a_title(bring: Bring, tmp_path: Path) -> None:
    told = "Construction of the new water works and of its three pumping stations (phase no. 2, approx. 30 km) for {}"
    rows = "".join(f'Aa{name} Works,"{told.format(name)}"\n' for name in ("Bb", "Cc", "Dd"))
    ran = bring(sheet(tmp_path / "a.csv", f"Company,Description\n{rows}"), "--dry-run")
    assert "Deal: 3 of 3 from Description" in ran.err


@pytest.mark.parametrize("header", "Prosjekttittel|Tiltakstittel|Projektname|Projektnavn|Vorhabentitel".split("|"))
def test_compounds_of_a_title_are_one(fields: Fields, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Help for the town {n},Building of the harbour {n}\n" for n in range(1, 4))
    found = fields(sheet(tmp_path / "a.csv", f"Beskrivelse av prosjekt,{header}\n{rows}"))
    assert found["title"].columns == (header,)


@pytest.mark.parametrize(
    "header",
    "Prosjekteier|Prosjekteiernavn|Projektträger|Projektägare|Projecteigenaar|Tilknyttede organisasjoner".split("|"),
)
def test_whose_a_project_is_is_a_party(fields: Fields, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Help for the town {n},Aa{n} Works\n" for n in range(1, 4))
    assert fields(sheet(tmp_path / "a.csv", f"Prosjekttittel,{header}\n{rows}"))["parties"].columns == (header,)


@pytest.mark.parametrize(
    "cell",
    "Informasjon mangler|Information fehlt|information saknas|Missing information|informatie ontbreekt|brak informacji|"
    "информация отсутствует|信息缺失|Données manquantes".split("|"),
)
def test_that_information_is_missing_states_nothing(cell: str) -> None:
    assert is_nothing(cell)


def test_paths_of_files_are_no_titles_of_a_list_without_a_header(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"{n % 4},Report on the town {n % 7},/files/bulletins/{n}.pdf\n" for n in range(1, 12))
    ran = bring(sheet(tmp_path / "a.csv", rows), "--dry-run")
    assert "Deal: 11 of 11 from column B" in ran.err

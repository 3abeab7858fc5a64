"""A call that is open leaves the stage of a deal open; the phases of a building are stages. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.code_lookup import code_lookup

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
_LIST = "Title,Status\nAa,{open}\nBb,suspended\nCc,{open}\nDd,completed\n"


@pytest.mark.parametrize(
    "word",
    "Open|offen|Ouvert|ouverte|Abierto|abierta|Aperto|APERTA|aberto|otwarty|otevřený|nyitott|deschis|åben|öppen|avoin|"
    "открыт|відкрито|ανοιχτό|açık|开放".split("|"),
)
def test_what_is_open_leaves_the_stage_open(take: Take, tmp_path: Path, word: str) -> None:
    found = take(sheet(tmp_path / "a.csv", _LIST.format(open=word)))
    assert [str(one or "") for one in found.values("stage")] == ["", "suspended", "", "completed"]
    assert found.remarks == []


def test_the_mapping_tells_of_it(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "a.csv", _LIST.format(open="Aperto")), "--dry-run").err
    assert '"Aperto" leaves it open' in told
    assert "not known" not in told


def test_a_column_that_says_nothing_else_is_a_field_of_its_own(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "a.csv", "Title,Status\nAa,open\nBb,open\nCc,offen\n"), "--dry-run").err
    assert "3 of 3 from Status; a field of its own" in told


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "planned",
            "Idee / Vision|Konzept / Vorplanung / Studie|Vorplanung|Entwurfsplanung|Ausführungsplanung|"
            "Ausschreibung / Vergabe|feasibility study|avant-projet|Anteproyecto|Progetto esecutivo|příprava",
        ),
        ("implementing", "Bauausführung|Umsetzung|phase de travaux|uitvoeringsfase"),
        ("operating", "fortlaufend|Inbetriebnahme"),
    ],
)
def test_phases_of_a_building_are_stages(code: str, words: str) -> None:
    lookup = code_lookup(kinds()["deals"].by_name["stage"])
    assert {lookup.code(word) for word in words.split("|")} == {code}

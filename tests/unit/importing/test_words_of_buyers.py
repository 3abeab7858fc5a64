"""Who buys, in the words of lists of tenders; an office where no other party is told. The lists are made up."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import ENDING, WEAK
from cq_tui.kinds import kinds

from tests.unit.importing.conftest import Fields, sheet


@pytest.mark.parametrize(
    "header",
    "Organ Of State|organ_of_state|struttura proponente|strutturaProponente|stazione appaltante|ente banditore|"
    "contracting authority|Contracting organisation|awarding body|awarding entity|procuring entity|procurer|"
    "procuring organisation|purchasing entity|purchasing authority|tendering organisation|instytucja zamawiająca|"
    "upphandlande organisation|ordregivende myndighet|naručnik|наручилац|pasūtītājs|perkančioji organizacija|"
    "hankija".split("|"),
)
def test_words_of_a_buyer(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.role == "buyer"
    assert word.certainty >= ENDING


@pytest.mark.parametrize(
    "header",
    "Ministry|Ministry name|MDA|Public body|Public authority|Spending authority|Issuing authority|Ministerium|Behörde|"
    "ministère|Organismo|Dependencia|Ministero|Amministrazione|Órgão|Ministerstwo|Úřad|Министерство|府省|省庁名|"
    "부처".split("|"),
)
def test_an_office_is_likely_the_buyer_where_no_other_party_is_told(
    fields: Fields, tmp_path: Path, header: str
) -> None:
    assert (read_word(kinds()["deals"], header).role, read_word(kinds()["deals"], header).certainty) == ("buyer", WEAK)
    text = f"Title,{header}\nRoof,Works of Aa\nRoad,Health of Bb\nPort,Trade of Cc\n"
    assert fields(sheet(tmp_path / "a.csv", text))["parties"].roles == {"buyer": (header,)}


def test_beside_a_sure_party_it_is_a_field_of_its_own(fields: Fields, tmp_path: Path) -> None:
    text = "Title,Ministry,Supplier\nRoof,Works,Aa Ltd\nRoad,Health,Bb Ltd\nPort,Trade,Cc Ltd\n"
    assert fields(sheet(tmp_path / "a.csv", text))["parties"].roles == {"supplier": ("Supplier",)}


@pytest.mark.parametrize(
    ("others", "roles"),
    [
        ("aggiudicatario", {"supplier": ("aggiudicatario",), "buyer": ("proponente",)}),
        ("settore", {"recipient": ("proponente",)}),
    ],
)
def test_who_proposes_a_contract_buys(
    fields: Fields, tmp_path: Path, others: str, roles: dict[str, tuple[str, ...]]
) -> None:
    text = f"oggetto,proponente,{others}\nTetto,Comune di Aa,Bb srl\nStrada,Comune di Cc,Dd spa\nPorto,Ente Ee,Ff srl\n"
    assert fields(sheet(tmp_path / "a.csv", text))["parties"].roles == roles

"""Words of stages: what is not started is no start, what is refused no deal, what is pending told. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.values.reasons import ReasonError

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
STAGE = kinds()["deals"].by_name["stage"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("planned", "geplant|planifiée|programmato|예정"),
        ("cancelled", "REVOCATO|Revocado|rejected|abgelehnt|rejetée|rechazado|decaduto|afgewezen|odrzucony|취소|却下"),
        ("completed", "완료|collaudato"),
        ("implementing", "진행중|lavori in corso"),
        ("suspended", "중단"),
        ("signed", "협약체결"),
    ],
)
def test_words_of_stages(code: str, words: str) -> None:
    lookup = code_lookup(STAGE)
    assert {lookup.code(word) for word in words.split("|")} == {code}


@pytest.mark.parametrize("word", ["Pending", "announced", "closed", "expired", "active", "on track", "anunciado"])
def test_what_may_be_several_stages_is_none(word: str) -> None:
    assert code_lookup(STAGE).unknown(word, several=False) == [word]


@pytest.mark.parametrize(
    "word",
    "not started|nicht begonnen|non démarré|sin iniciar|Non avviata|niet gestart|未开工|未启动".split("|"),
)
def test_what_is_not_so_is_no_stage_and_what_sounds_like_it_is_not_proposed(word: str) -> None:
    """A deal is signed or merely planned before anything starts."""
    with pytest.raises(ReasonError) as raised:
        code_lookup(STAGE).code(word)
    assert str(raised.value) == "is not known here."


LIST = "{}Pending\nB,Xx Inc.,Complete\nC,Xx Inc.,Announced\nD,Yy Inc.,REVOCATO\nE,Yy Inc.,Lapsed\n"


def test_what_is_pending_is_agreed_in_a_list_of_acquisitions(take: Take, look: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST.format("Project,Acquirer,Status\nA,Xx Inc.,"))
    found = take(path)
    assert [str(one or "") for one in found.values("stage")] == ["committed", "completed", "committed", "cancelled", ""]
    told = look(path).err
    assert '"Pending", "Announced" in a list of acquisitions is taken for committed: agreed, and not complete' in told


def test_elsewhere_it_is_told_with_what_can_be_said_of_it(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST.format("Project,Donor,Status\nA,Xx Inc.,"))
    told = bring(path, "--dry-run").err
    assert '! Stage: not known: "Pending" 1, "Announced" 1, "Lapsed" 1.' in told, told
    assert "--set Status=code keeps the column as a field of its own" in told
    said = bring(path, "--dry-run", "--set", "stage.codes.Pending=pledged", "--set", "stage.codes.Lapsed=cancelled").err
    assert '! Stage: not known: "Announced" 1.' in said, said
    assert "cancelled 2" in said
    own = bring(path, "--dry-run", "--set", "Status=code").err
    assert "5 of 5 from Status; a field of its own: one of a few words" in own, own


@pytest.mark.parametrize(
    "header", ["Stato opera", "Stato progetto", "Projektstand", "Stav realizace", "진행상태", "Phase"]
)
def test_headers_of_stages(header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is STAGE


@pytest.mark.parametrize(
    ("field", "role", "headers"),
    [
        ("parties", "partner", "Projektantragsteller Subsidieaanvrager Projectpartner Hovedsøker"),
        ("parties", "recipient", "Hulpontvanger stödmottagare Mittelempfänger"),
        ("parties", "lender", "Darlehensgeber Kredietgever"),
        ("date", "", "Bevilgningsdato Kjøpsdato Toekenningsdatum"),
        ("amount", "", "Stödbelopp Prosjektkostnad Projectkosten"),
        ("title", "", "Prosjekttittel Projektname Projectnaam Maßnahmentitel"),
        ("stage", "", "Prosjektstatus"),
        ("place", "", "Vestigingsplaats"),
        ("", "", "Arbeitgeber Ansprechpartner Herausgeber Mandato Report"),
    ],
)
def test_the_last_noun_of_a_compound_says_what_it_is(field: str, role: str, headers: str) -> None:
    for header in headers.split():
        word = read_word(kinds()["deals"], header)
        assert (word.field.name if word.field else "", word.role) == (field, role), header

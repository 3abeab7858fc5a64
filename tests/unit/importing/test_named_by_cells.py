"""A column of associations, schools and the like below a header that says no party. All names are made up."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_NAMES = (
    *("Verein Aa", "Bb Quartett", "Stiftung Cc", "Dd & Ee", "Schule Ff", "Gg Bühne", "Verein Hh", "Iijj", "Chor Kk"),
    "Genossenschaft Ll",
)


def _grants(who: Sequence[str], where: Sequence[str] = ("",) * len(_NAMES)) -> str:
    rows = [
        f"Projekt {at};{name};{place};2024-0{at % 9 + 1}-05;{at}500"
        for at, (name, place) in enumerate(zip(who, where, strict=True))
    ]
    return "\n".join(["Projekt;Xyzw;Vuts;Datum;Betrag CHF", *rows])


def test_is_likely_a_party(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _grants(_NAMES)), "--dry-run")
    assert "  [parties]  # likely: " in ran.err
    assert '  partner = "Xyzw"' in ran.err
    assert "Organisations: 0 known, 10 new" in ran.err


def test_is_none_where_another_one_may_be_it(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _grants(_NAMES, _NAMES[::-1])), "--dry-run")
    assert "  [parties]" not in ran.err
    assert "--set parties.ROLE=Xyzw" in ran.err
    assert "--set parties.ROLE=Vuts" in ran.err


def test_texts_and_a_few_words_are_none(bring: Bring, tmp_path: Path) -> None:
    texts = [f"{name} will mit dieser Reihe von Anlässen im ganzen Quartier mehr Leute erreichen" for name in _NAMES]
    assert "  [parties]" not in bring(sheet(tmp_path / "a.csv", _grants(texts)), "--dry-run").err
    assert "  [parties]" not in bring(sheet(tmp_path / "b.csv", _grants(["Verein", "Schule"] * 5)), "--dry-run").err


def test_names_of_other_companies_are_no_titles_beside_the_parties(bring: Bring, tmp_path: Path) -> None:
    rows = [f"{at};Firma {at} AS;{at}000;2020-03-1{at};Revisjon {at % 3} AS" for at in range(1, 9)]
    text = "\n".join(["nr;mottakerNavn;belop NOK;dato;revisorNavn", *rows])
    ran = bring(sheet(tmp_path / "list.csv", text), "--dry-run")
    assert "Set aside: revisorNavn: its header says Deal, but its cells are names of companies or persons" in ran.err
    assert '  recipient = "mottakerNavn"' in ran.err
    assert '  column = "mottakerNavn"\n  join' in ran.err

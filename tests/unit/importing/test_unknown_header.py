"""A header of which no word is known may be the first record: that is told, with the answer that takes it so."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_TOLD = "No word of row 1 is known from headers"


def test_it_is_told_with_the_answer(bring: Bring, tmp_path: Path) -> None:
    text = "Anna Aa,Ratis (Pty)Ltd - Director,Construction\nAmos Bb,MDG Trading,Service\nObed Cc,Trustee,Business\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert _TOLD in ran.err
    assert "--set header=0 makes it a record." in ran.err
    assert _TOLD not in bring(tmp_path / "list.csv", "--set", "header=0").err


def test_a_header_with_a_known_word_tells_nothing(bring: Bring, tmp_path: Path) -> None:
    assert _TOLD not in bring(sheet(tmp_path / "list.csv", "Title,Xx\nAa,Bb\nCc,Dd\n")).err

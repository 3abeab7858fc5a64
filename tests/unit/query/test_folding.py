"""Folded texts: what a word's expression finds holds the pieces that it is said to hold."""

import re

import pytest
from cq_tui.query.chinese import chinese
from cq_tui.query.folding import changes, folded, pieces
from cq_tui.query.widen import Widened, Widener, forms_of, plain
from hypothesis import given
from hypothesis import strategies as st

_LETTERS = "aksKS\u212a\u017fßẞıİiIςσΣ项項铝鋁台臺Ａｋ０1 \u3000\u00a0-.'龘é"
_narrow, _wide = Widener(has_wide=lambda: False), Widener()


def test_all_forms_of_any_character_fold_alike() -> None:
    characters = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    for one in {*characters, *chinese().forms}:
        letters = plain(one)
        if len(letters) == 1:
            assert {folded(form) for form in forms_of(letters)} == {folded(letters)}, one


def test_folding_again_changes_nothing_and_the_table_is_the_function() -> None:
    table = str.maketrans(*changes())
    characters = "".join(chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000)
    assert folded(folded(characters)) == folded(characters) == characters.translate(table)
    assert len(folded(characters)) == len(characters)


@pytest.mark.parametrize(
    ("sought", "wanted"),
    [
        ("(?i)citic", ("ci", "it", "ti", "ic")),
        ("[項项]目[ZzＺｚ]", (folded("项目"), "目z")),
        ("(?m)^(?:a|b)$", ()),
        ("(?m)^ab$", ("ab",)),
        ("(?im)ab|c", ()),
        ("(?im)a.b", ()),
        ("(?im)ab*", ()),
        ("(?im)a[b-d]ef", ("ef",)),
        ("(?im)\\d\\d", ()),
        ("(?im)ab\\$", ("ab", "b$")),
        ("(?im)ab$", ("ab",)),
        ("(?im)σα", ()),
        ("(?im)^x", ("x",)),
        ("[Aa]", ("a",)),
        ("a\\.b", ("a.", ".b")),
        ("", ()),
    ],
)
def test_what_an_expression_needs(sought: str, wanted: tuple[str, ...]) -> None:
    assert pieces(sought, is_expression=True) == wanted


@given(st.text(_LETTERS, min_size=1, max_size=6), st.text(_LETTERS, max_size=12), st.data())
def test_what_is_found_holds_the_pieces(word: str, beside: str, data: st.DataObject) -> None:
    written = "".join(data.draw(st.sampled_from(sorted(forms_of(one)))) for one in plain(word))
    text = beside + written + beside
    for widened in (_narrow(word), _wide(word)):
        for sought, is_expression in _looks(widened):
            held = re.search(sought, text) if is_expression else sought in text
            if held:
                assert all(piece in folded(text) for piece in pieces(sought, is_expression=is_expression))


def _looks(widened: Widened) -> list[tuple[str, bool]]:
    """What the engine is asked for a word, and whether it is an expression."""
    expressions = [widened.literal, f"(?m)^{widened.literal}$", *filter(None, [widened.folded])]
    return [*((one, True) for one in expressions), *((form, False) for form in widened.forms)]


def test_a_word_of_letters_of_any_script_is_told_by_its_pairs() -> None:
    for word in ("西南铝", "citic", "deal 77", "Ａａｌ", "l'eau"):
        widened = _wide(word)
        assert len(pieces(widened.literal, is_expression=True)) >= len(set(plain(word))) - 1

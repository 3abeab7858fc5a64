"""Foreign text is made harmless in one place."""

import pytest
from cq_tui.values.clean import clean, clean_line, clean_tree

HOSTILE = [
    *("\x00", "\x07", "\x08", "\x0b", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\xad"),
    *("\u061c", "\u180e", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e"),
    *("\u2060", "\u2066", "\u2069", "\ufeff", "\ufff9", "\ud800", "\udfff", "\U000e0001", "\U000e0041"),
]


@pytest.mark.parametrize("character", HOSTILE, ids=[f"U+{ord(character):04X}" for character in HOSTILE])
def test_a_hostile_character_becomes_visible(character: str) -> None:
    assert clean(f"a{character}b") == "a\ufffdb"
    assert clean_line(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["", "重庆", "TÜV", "a b", "“33618”", "é", "e\u0301", "🚗", "\U00020000", "ａ", "\u3000", "\xa0"]
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert clean_line(text) == text


def test_lines_and_tabs_stay_but_not_on_one_line() -> None:
    assert clean("a\nb\tc") == "a\nb\tc"
    assert clean_line("a\nb\tc") == "a b c"


def test_an_escape_sequence_loses_its_head() -> None:
    assert clean("\x1b]52;c;aGk=\x07") == "\ufffd]52;c;aGk=\ufffd"


def test_trees_are_cleaned_with_their_keys() -> None:
    tree = {"a\x1b": ["\u202e", {"b": "c\x00"}, 5, None], "d": True}
    assert clean_tree(tree) == {"a\ufffd": ["\ufffd", {"b": "c\ufffd"}, 5, None], "d": True}

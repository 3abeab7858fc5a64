"""A bracketed paste on the line is bounded in size and in time, and nothing in it is taken for keys."""

from collections.abc import Sequence
from itertools import pairwise

from cq_tui.terminal.paste import MOST, PATIENCE, BoundedPaste
from hypothesis import given
from hypothesis import strategies as st

BEGIN, END = "\x1b[200~", "\x1b[201~"


def fed(text: str, cuts: Sequence[int] = ()) -> str:
    """What is handed on of a text that comes in pieces."""
    paste = BoundedPaste()
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    return "".join(paste.feed(text[begin:end], 0.0) for begin, end in pairwise(places))


@given(st.text(alphabet="ab中\x1b[~20\r", max_size=40), st.lists(st.integers(0, 40)))
def test_what_is_typed_goes_through_as_it_is(text: str, cuts: list[int]) -> None:
    typed = text.replace(BEGIN, "")
    assert fed(typed, cuts) == typed


@given(st.text(alphabet="ab中\n[~201", max_size=40), st.lists(st.integers(0, 60)))
def test_a_short_paste_goes_through_in_whatever_pieces(text: str, cuts: list[int]) -> None:
    whole = f"x{BEGIN}{text}{END}y"
    assert fed(whole, cuts).replace(END + END, END) == whole


@given(st.lists(st.integers(0, 3 * MOST), max_size=8))
def test_a_long_paste_is_cut_and_ended_once_and_keys_follow(cuts: list[int]) -> None:
    assert fed(f"{BEGIN}{'a' * (2 * MOST)}{END}q", cuts) == f"{BEGIN}{'a' * MOST}{END}q"


def test_escape_sequences_in_a_paste_are_none() -> None:
    assert fed(f"{BEGIN}a\x1b[Ab\x1b{BEGIN}c{END}") == f"{BEGIN}a[Ab[200~c{END}"


def test_without_its_end_a_paste_ends_in_silence() -> None:
    paste = BoundedPaste()
    assert paste.feed(f"{BEGIN}ab", 10.0) == f"{BEGIN}ab"
    assert paste.tick(10.0 + PATIENCE / 2) == ""
    assert paste.feed("c", 11.0) == "c"
    assert paste.tick(11.0 + PATIENCE) == END
    assert paste.tick(99.0) == ""
    assert paste.feed("q", 100.0) == "q"


def test_a_key_pressed_alone_ends_what_has_no_end() -> None:
    for key in "\x1b\x03\x11":
        for begun, end in ((f"{BEGIN}ab", END), (BEGIN + "a" * MOST, "")):
            paste = BoundedPaste()
            paste.feed(begun, 1.0)
            assert paste.feed(key, 1.1) == end + key
            assert paste.feed("q", 1.2) == "q"


def test_what_follows_a_cut_paste_is_dropped_until_silence() -> None:
    paste = BoundedPaste()
    assert paste.feed(BEGIN + "a" * MOST, 1.0).endswith("a" + END)
    assert paste.feed("a" * MOST, 2.0) == ""
    assert paste.tick(2.0 + PATIENCE) == ""
    assert paste.feed("q", 5.0) == "q"

"""Fitting text and columns into the cells of a terminal."""

import pytest
from cq_tui.widgets.base.glyphs import draw_plainly
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.table.column_widths import GAP, Wish, fit
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

TEXT = st.text(alphabet="ab 铝，。（）“”-é1", max_size=60)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("西南铝", 6, "西南铝"),
        ("西南铝", 5, "西南…"),
        ("西南铝", 4, "西…"),
        ("西南铝", 3, "西…"),
        ("西南铝", 2, "…"),
        ("西南铝", 1, "…"),
        ("西南铝", 0, ""),
        ("ab cd", 4, "ab…"),
        ("", 0, ""),
    ],
)
def test_cut(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


def test_the_mark_of_a_cut_can_be_ascii() -> None:
    draw_plainly(True)
    try:
        assert cut("abcdef", 4) == "abc>"
    finally:
        draw_plainly(False)
    assert cut("abcdef", 4) == "abc…"


@given(TEXT, st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_a_cut_never_takes_more_cells_and_never_splits_a_character(text: str, width: int) -> None:
    short = cut(text, width)
    assert cell_len(short) <= width
    assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "right", "expected"), [("铝", False, "铝  "), ("铝", True, "  铝"), ("12345", False, "12345")]
)
def test_padded(text: str, right: bool, expected: str) -> None:
    assert padded(text, 4, right=right) == expected


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("重庆欢迎你", 6, ["重庆欢", "迎你"]),
        ("重庆欢，迎你", 6, ["重庆", "欢，迎", "你"]),
        ("重庆（渝）", 6, ["重庆", "（渝）"]),
        ("重庆欢迎。", 8, ["重庆欢", "迎。"]),
        ("重“庆”欢", 4, ["重", "“庆”", "欢"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a  b", 10, ["a  b"]),
        ("SMS西马克", 6, ["SMS西", "马克"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(TEXT, st.integers(2, 40))
@settings(max_examples=200, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(one) <= width for one in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_columns_that_all_fit_get_what_they_wish() -> None:
    assert fit([Wish(1, 4, 10), Wish(2, 4, 8)], 40) == {0: 10, 1: 8}


def test_the_least_important_columns_are_dropped_first() -> None:
    wishes = [Wish(3, 10, 10), Wish(1, 10, 10), Wish(2, 10, 10)]
    assert list(fit(wishes, 30 + 2 * GAP)) == [0, 1, 2]
    assert list(fit(wishes, 29 + 2 * GAP)) == [1, 2]
    assert list(fit(wishes, 19 + GAP)) == [1]


@pytest.mark.parametrize("width", [0, 1, 3])
def test_the_most_important_column_is_always_there(width: int) -> None:
    assert list(fit([Wish(2, 5, 9), Wish(1, 5, 9)], width)) == [1]


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 20), st.integers(0, 40)), min_size=1, max_size=10),
    st.integers(1, 160),
)
@settings(max_examples=200, deadline=None)
def test_columns_never_take_more_than_there_is(wishes: list[tuple[int, int, int]], width: int) -> None:
    widths = fit([Wish(importance, least, least + more) for importance, least, more in wishes], width)
    assert sum(widths.values()) + GAP * (len(widths) - 1) <= width
    assert list(widths) == sorted(widths)
    assert all(widths[place] <= wishes[place][1] + wishes[place][2] for place in widths)


def test_what_waits_comes_once_the_others_have_comfort() -> None:
    wishes = [Wish(1, 20, 60, 32), Wish(5, 9, 48), Wish(7, 9, 16, waits=True)]
    narrow = 20 + GAP + 9 + GAP + 9
    assert fit(wishes, narrow) == {0: 31, 1: 9}
    assert fit(wishes, narrow + 12 + 9) == {0: 32, 1: 18, 2: 9}


def test_what_does_not_wait_comes_with_the_least() -> None:
    wishes = [Wish(1, 20, 60, 32), Wish(5, 9, 48), Wish(6, 9, 16)]
    assert fit(wishes, 20 + GAP + 9 + GAP + 9) == {0: 20, 1: 9, 2: 9}

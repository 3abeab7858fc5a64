"""Sending less must show the same: what a terminal shows after the shortened output and after the whole one."""

import pyte
from cq_tui.repaint import Repaint
from hypothesis import given, settings
from hypothesis import strategies as st

COLUMNS, ROWS = 24, 5

Frame = list[tuple[int, int, list[tuple[str, str]]]]

texts = st.text(alphabet="ab 新能│─…ü", min_size=1, max_size=8)
styles = st.sampled_from(
    [
        *("\x1b[1m", "\x1b[38;2;1;2;3m", "\x1b[7m", "\x1b[1;4m", "\x1b[1;38;2;1;2;3;48;2;4;5;6m"),
        *(
            "\x1b[38;2;9;2;3;48;2;4;5;6m",
            "\x1b[31;42m",
            "\x1b[39;49m",
            "\x1b[95;48;5;17m",
            "\x1b[4;38;5;9m",
            "\x1b[53;31m",
            "\x1b[4;1m",
            "\x1b[42;31m",
        ),
    ]
)
places = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS), st.lists(st.tuples(styles, texts), max_size=4))
frames = st.lists(st.lists(places, max_size=6), max_size=6)


def output(frame: Frame) -> str:
    """A frame as Textual writes it: moves, and pieces that end in a reset; what goes over the edge is left out."""
    written = ["\x1b[?2026h"]
    for row, column, pieces in frame:
        written.append(f"\x1b[{row};{column}H")
        room = COLUMNS - column + 1
        for style, text in pieces:
            fitting = text[: max(0, room // 2)]
            room -= 2 * len(fitting)
            if fitting:
                written.append(f"{style}{fitting}\x1b[0m")
    return "".join([*written, "\x1b[3;4H", "\x1b[?2026l"])


def shown(outputs: list[str]) -> list[list[tuple[object, ...]]]:
    """Every cell of the terminal with its style, and where the cursor is."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for one in outputs:
        stream.feed(one)
    cells = [[tuple(screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]
    return [*cells, [(screen.cursor.x, screen.cursor.y)]]


@settings(max_examples=150, deadline=None)
@given(frames)
def test_the_terminal_shows_the_same(drawn: list[Frame]) -> None:
    repaint = Repaint()
    whole = [output(frame) for frame in drawn]
    assert shown([repaint.without_repeats(one) for one in whole]) == shown(whole)


def test_what_stands_there_is_not_sent_again() -> None:
    repaint = Repaint()
    frame = output([(1, 1, [("\x1b[1m", "abc"), ("\x1b[7m", "新能")])])
    repaint.without_repeats(frame)
    assert "abc" not in repaint.without_repeats(frame)
    assert len(repaint.without_repeats(frame)) < 30


def test_only_what_changed_is_sent() -> None:
    repaint = Repaint()
    repaint.without_repeats(output([(1, 1, [("\x1b[1m", "abc"), ("\x1b[7m", "x")])]))
    again = repaint.without_repeats(output([(1, 1, [("\x1b[1m", "abc"), ("\x1b[7m", "y")])]))
    assert "abc" not in again
    assert "\x1b[1;4H\x1b[7my\x1b[0m" in again


def test_of_a_style_no_more_is_sent_than_what_changes() -> None:
    pieces = [("\x1b[1;38;2;1;2;3;48;2;4;5;6m", "a"), ("\x1b[1;38;2;9;2;3;48;2;4;5;6m", "b"), ("\x1b[38;2;9;2;3m", "c")]
    sent = Repaint().without_repeats(output([(1, 1, [*pieces, ("\x1b[38;2;9;2;3m", "d")])]))
    assert "\x1b[1;38;2;1;2;3;48;2;4;5;6ma\x1b[38;2;9;2;3mb\x1b[0;38;2;9;2;3mcd\x1b[0m" in sent


def test_after_forgetting_everything_is_sent() -> None:
    repaint = Repaint()
    frame = output([(2, 2, [("\x1b[1m", "abc")])])
    repaint.without_repeats(frame)
    repaint.forget()
    assert "abc" in repaint.without_repeats(frame)


def test_an_unknown_sequence_makes_it_forget() -> None:
    repaint = Repaint()
    frame = output([(2, 2, [("\x1b[1m", "abc")])])
    repaint.without_repeats(frame)
    repaint.without_repeats("\x1b[2J")
    assert "abc" in repaint.without_repeats(frame)

"""The mark of scrolling: one rule for tables and for lines."""

import pytest
from cq_tui.widgets.base.line_widget import cells_of
from cq_tui.widgets.base.scroll_mark import marked_lines, with_mark


@pytest.mark.parametrize(
    ("first", "seen", "all_lines", "marked"),
    [
        (0, 10, 10, range(0)),
        (0, 0, 10, range(0)),
        (0, 10, 20, range(5)),
        (10, 10, 20, range(5, 10)),
        (4, 10, 20, range(2, 7)),
        (0, 10, 100_000, range(1)),
        (99_990, 10, 100_000, range(9, 10)),
        (500, 10, 20, range(5, 10)),
    ],
)
def test_the_mark_is_as_long_as_the_part_in_view_and_ends_where_the_lines_end(
    first: int, seen: int, all_lines: int, marked: range
) -> None:
    assert marked_lines(first, seen, all_lines) == marked


def test_a_marked_line_ends_in_the_mark_and_is_as_wide_as_the_view() -> None:
    line = with_mark([("  金额", "text"), ("   ", "dim")], 12)
    assert cells_of(line) == 12
    assert "".join(text for text, _style in line) == "  金额     |"

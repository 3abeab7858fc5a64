"""Rows of a file that are gone through several times are read once, as far as there is room for them."""

from collections.abc import Iterator
from itertools import islice

import pytest
from cq_tui.importing.sources import kept_rows
from cq_tui.importing.sources.kept_rows import KeptRows


class _File:
    """Ten rows; ``read`` counts how many were read."""

    def __init__(self) -> None:
        self.read = 0

    def rows(self) -> Iterator[list[str]]:
        for number in range(10):
            self.read += 1
            yield [str(number), "x"]


_ALL = [[str(number), "x"] for number in range(10)]


def test_rows_are_read_once() -> None:
    file = _File()
    rows = KeptRows(file.rows)
    assert list(islice(rows(), 4)) == _ALL[:4]
    assert list(islice(rows(), 2, 4)) == _ALL[2:4]
    assert file.read == 4
    assert [list(rows()), list(rows())] == [_ALL, _ALL]
    assert file.read == 14


def test_rows_for_which_there_is_no_room_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_rows, "_MOST", 300)
    file = _File()
    rows = KeptRows(file.rows)
    assert [list(rows()), list(rows())] == [_ALL, _ALL]
    assert file.read == 20


def test_who_goes_through_them_at_the_same_time_sees_all_of_them() -> None:
    rows = KeptRows(_File().rows)
    first, second = rows(), rows()
    seen = [next(first), next(second), next(second), next(first), next(first)]
    assert seen == [_ALL[0], _ALL[0], _ALL[1], _ALL[1], _ALL[2]]
    assert list(first) == _ALL[3:]
    assert list(second) == _ALL[2:]

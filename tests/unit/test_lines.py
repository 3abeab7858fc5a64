"""The scanner that finds lines in TOML: it agrees with what the parser reads."""

import pytest
from cq_tui.files.lines import Path, scan


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = 1\nb = 2", ("b",), 2),
        ("[[k]]\na = 1\n[[k]]\na = 2", ("k", 1, "a"), 4),
        ("[[k]]\na = 1\n[[k]]\na = 2", ("k", 0), 1),
        ("[[k]]\n[k.t]\na = 1", ("k", 0, "t", "a"), 3),
        ("[[k]]\n[[k.t]]\na = 1\n[[k.t]]\na = 1", ("k", 0, "t", 1, "a"), 5),
        ("[[k]]\n[[k.t]]\n[[k]]\n[[k.t]]\na = 1", ("k", 1, "t", 0, "a"), 5),
        ("[[ k ]] # note\n  a = 1", ("k", 0, "a"), 2),
        ('[["k"]]\n"a" = 1', ("k", 0, "a"), 2),
        ("a.b = 1\na.c = 2", ("a", "c"), 2),
        ('a . "b" = 1', ("a", "b"), 1),
        ("# b = 1\nb = 2", ("b",), 2),
        ('a = "b = 1"\nb = 2', ("b",), 2),
        ('a = """\nb = 1\n"""\nb = 2', ("b",), 4),
        ("a = '''\n[[k]]\nb = 1\n'''\nb = 2", ("b",), 5),
        ('a = """ "" \\""" \nb = 1"""\nb = 2', ("b",), 3),
        ("a = [\n  'b = 1',\n]\nb = 2", ("b",), 4),
        ("a = [ # ]\n 1,\n]\nb = 2", ("b",), 4),
        ("a = [\n { b = 1 },\n { b = 2 },\n]\nc = 3", ("c",), 5),
        ('a = "]["\nb = 2', ("b",), 2),
        ("a = '\\'\nb = 2", ("b",), 2),
        ('a = "\\""\nb = 2', ("b",), 2),
        ('a = "it\'s"\nb = 2', ("b",), 2),
        ("a = { b = 1, c = 2 }", ("a", "c"), 1),
        ("a = [\n1,\n2]", ("a", 1), 1),
        ("\n\n[[k]]\n\n\na = 1", ("k", 0, "a"), 6),
        ("[k]\na = 1", ("k", "a"), 2),
        ("\ta\t=\t1", ("a",), 1),
        ("a=1\nb=2", ("b",), 2),
        ('["k.x"]\na = 1', ("k.x", "a"), 2),
        ('"a.b" = 1', ("a.b",), 1),
    ],
)
def test_line_of(text: str, path: Path, line: int) -> None:
    assert scan(text).of(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("k", 0, "a", 3, "b"), 2),
        (("k", 0, "z"), 1),
        (("k", 7, "a"), 1),
        (("z",), 0),
        ((), 0),
    ],
)
def test_the_nearest_thing_around_stands_in(path: Path, line: int) -> None:
    assert scan("[[k]]\na = [1]").of(path) == line


def test_every_table_has_a_place_of_its_own() -> None:
    lines = scan("[[k]]\n[[j]]\n[[k]]\n")
    assert [lines.of(path) for path in (("k", 0), ("j", 0), ("k", 1))] == [1, 2, 3]


@pytest.mark.parametrize(("path", "line"), [(("k",), 2), (("k", 0, "t"), 4)])
def test_a_list_of_tables_stands_where_its_first_one_does(path: Path, line: int) -> None:
    assert scan("\n[[k]]\na = 1\n[[k.t]]\n[[k.t]]\n[[k]]").of(path) == line

"""Of a small CSV file columns in which nothing stands are not read, nor faster ways looked for: what comes of it is the
same."""

from pathlib import Path

import pytest
from cq_tui.archive import tables
from cq_tui.store.engine.table_files import source
from cq_tui.store.engine.table_files.filled import filled_columns
from cq_tui.store.open_archive import open_archive

from tests.unit.tables.made import base

HEADER = ("id", "title_zh", "note_en")
EVERY = frozenset(HEADER)


@pytest.mark.parametrize(
    ("rows", "filled"),
    [
        ("a,b,\nc,,\n", {"id", "title_zh"}),
        ("a,,", {"id"}),
        ('a,,""\r\nb,,""\r\n', {"id"}),
        ('a,"x, ""y""\nz",\n', {"id", "title_zh"}),
        ("a,, \n", {"id", "note_en"}),
        ("", EVERY),
        (",,\n", EVERY),
        ("a,,\nb,\n", EVERY),
        ("a,,\n\nb,,\n", EVERY),
        ("a,,\rb,,\r", EVERY),
        ('a"b,,\n', EVERY),
        ('"a"b,,\n', EVERY),
        ('a,"b,,\n', EVERY),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_readers_might_take_otherwise_leaves_no_column_out(mark: str, rows: str, filled: set[str]) -> None:
    end = "\r\n" if "\r\n" in rows else "\n"
    assert filled_columns((mark + ",".join(HEADER) + end + rows).encode(), HEADER) == filled


def test_what_is_no_utf_8_leaves_no_column_out() -> None:
    assert filled_columns(",".join(HEADER).encode() + b"\n\xff,,\n", HEADER) == EVERY


FILES = {
    "deals": "id,title_zh,title_en,event,date,amount,currency,parties,countries,stage,note_zh,note_en,cites\n"
    "one,,One,fair,,5,CNY,works:investor,,,,,\ntwo,,Two,fair,,,,,,,,,\n",
    "organisations": "id,name_zh,name_en,aliases,type,country,identifiers,cites\n"
    "wheelwrights,,Wheelwrights,,company,,,\n",
}
FAULTY = {
    "deals": "id,title_en,event,amount,currency,parties,stage\n"
    "one,One,,5,,nobody,\n,Two,fair,,,,\nthree,Three,fair,x,CNY,,\n",
    "organisations": "id,name_en,type\n,,company\nB B,b,\nc,c,none\n",
}


@pytest.mark.parametrize("files", [FILES, FAULTY], ids=["sound", "faulty"])
def test_the_records_and_the_problems_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]
) -> None:
    (tmp_path / "data" / "list").mkdir(parents=True)
    base(tmp_path)
    for name, text in files.items():
        (tmp_path / "data" / "list" / f"{name}.csv").write_text(text, "utf-8")

    def found() -> tuple[list[object], list[str]]:
        opened = open_archive(tmp_path)
        records = [opened.store.ask(f'FROM "{name}" ORDER BY _position') for name in files]
        return [*records], [str(one) for one in opened.problems]

    narrow = found()
    monkeypatch.setattr(source, "filled_columns", lambda _file, header: frozenset(header))
    assert narrow == found()
    monkeypatch.setattr(tables, "SMALL", -1)
    assert narrow == found()
    assert bool(narrow[1]) == (files is FAULTY)

"""Columns called by words that mean something to the engine: what was imported can be read, filtered and added up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import sheet

_NAMES = """
x y i e t c v r n row value count order group select table user one entry cell file rows line bad unread text
words position source first last sum key scheme org role all from where as on in not null true end case when
limit index column number other k s a b d f g h j l m o p q u w z kind record page match sort score total
filled gap said reason same copy repeated refusals cells accepted noted item items list entries passages
sources quote part whole left current_date session_user default primary references check unique values using
lambda struct map list_filter current_user current_role current_schema
""".split()


@pytest.mark.parametrize("start", [0, 55])
def test_they_are_names_like_others(
    bring: Callable[..., Ran], run: Run, archive: Path, tmp_path: Path, start: int
) -> None:
    names = _NAMES[start : start + 55]
    rows = (f"Plant {n},6000000,Bb NV," + ",".join(f"{n}-{name}" for name in names) for n in "abc")
    path = sheet(tmp_path / "a.csv", f"Project,Amount USD,Company,{','.join(names)}\n" + "\n".join(rows) + "\n")
    assert "3 rows: 3 accepted" in bring(path, "--set", "title.column=Project").err
    ran = run("check", archive)
    assert (ran.code, "no problem" in ran.out + ran.err) == (0, True), ran.out + ran.err
    store = open_archive(archive).store
    for text, count in (
        ("", 3),
        ("plant", 3),
        ("party:bb", 3),
        ("country:de or amount>5", 0),
        (f"{names[0]}:a-{names[0]}", 1),
    ):
        query = parse(text, store.kind("deals"))
        assert (query.faults, len(list(Selection(store, query)))) == ((), count), text
    assert run("list", "deals", "--archive", archive, "--filter", "party:bb").code == 0
    assert run("export", "deals", "--archive", archive, "--sums").code == 0
    assert run("list", "organisations", "--archive", archive, "--filter", "bb").code == 0

"""Of many records the engine writes the CSV file, of few Python does; both write the same bytes."""

import pytest
from cq_tui.archive.read import read
from cq_tui.export.export import Options, pieces
from cq_tui.export.formats import csv
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made import DEAL, EVENT, write_archive

CELLS = [
    "#",
    "# a",
    "a # b",
    "a,b",
    'say \\"x\\"',
    "a\\nb",
    "",
    "=1+1",
    "a;=1",
    "'=1",
    "-",
    " x ",
    "NULL",
    "\\\\N",
    "中，文",
]
OPTIONS = [
    Options(),
    Options(raw=True),
    Options(columns="note_en"),
    Options(columns="note_en,note_en"),
    Options(columns="title,note,title,amount,amount,parties,year"),
    Options(columns="countries", encoding="gb18030"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    deals = "".join(
        DEAL.replace("mill", f"d{number}")
        + f'note = {{ en = "{cell}", zh = "字" }}\namount = {number + 1}\ncurrency = "CNY"\n'
        for number, cell in enumerate(CELLS)
    )
    return Store(read(write_archive(tmp_path_factory.mktemp("made"), events=EVENT, deals=deals)))


@pytest.mark.parametrize("options", OPTIONS, ids=lambda one: f"{one.columns} {one.raw}")
def test_both_write_the_same_bytes(store: Store, options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(few: int, text: str) -> bytes:
        monkeypatch.setattr(csv, "FEW", few)
        return b"".join(pieces(Selection(store, parse(text, store.schema["deals"])), options, to_file=True))

    for text in ("", "sort:amount-desc", "amount>3 sort:title", "amount>1000"):
        of_few = written(1_000, text)
        assert written(0, text) == of_few
        assert len(of_few.splitlines()) > (0 if text == "amount>1000" else len(CELLS) - 4)


def test_what_begins_with_a_hash_is_not_quoted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "FEW", 0)
    found = pieces(Selection(store, parse("", store.schema["deals"])), Options(columns="note_en"), to_file=False)
    assert b"".join(found).splitlines()[:4] == [b"note_en", b"#", b"# a", b"a # b"]

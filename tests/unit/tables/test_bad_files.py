"""Table files that are no good: clear lines that name file, row and field, and nothing of the engine's own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.tables import TableFile
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.table_files.line_ends import overlong
from cq_tui.store.engine.table_files.load import MOST_LISTED, load
from cq_tui.store.open_archive import open_archive

from tests.shipped import kinds
from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import parquet

HEADER = "id,title_zh,title_en,event,instrument,amount,currency\n"
ROW = "mill,工厂,Mill,fair,investment,1,CNY\n"
MORE = "".join(f"deal-{n},{'x' * 100},Made,fair,investment,1,CNY\n" for n in range(3000))
"""More than what is looked at before the engine reads."""
GOOD = "SELECT 'mill' AS id, {'zh': '工厂', 'en': 'Mill'} AS title, 'fair' AS event, 'investment' AS instrument"
NO_PARQUET = ["deals.parquet: can't be read as Parquet: it is cut short, damaged, or another kind of file"]
NUL = ["deals.csv: holds NUL bytes, as UTF-16 does; save it as CSV in UTF-8"]
GB = "is not UTF-8 but looks like GB18030; cq-tui import reads it, or save it as CSV in UTF-8"


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """The problems of an archive with these files in its data folder."""

    def told(**files: str | bytes) -> list[str]:
        write_archive(tmp_path, events=EVENT)
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (tmp_path / "data" / name.replace("_", ".")).write_bytes(data)
        found = [str(one) for one in open_archive(tmp_path).problems]
        assert not any("\n" in one or "\x1b" in one for one in found)
        return [one.removeprefix("data/") for one in found]

    return told


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(HEADER + ROW, [], id="good"),
        pytest.param((HEADER + ROW).replace("\n", "\r\n"), [], id="ends of lines as of Windows"),
        pytest.param("\ufeff" + HEADER + ROW, [], id="byte order mark"),
        pytest.param(HEADER, [], id="no rows"),
        pytest.param(
            HEADER.replace("title_en", "titel_en"),
            ["deals.csv:1: titel_en: is not a field of deals. Did you mean title_en?"],
            id="wrong header",
        ),
        pytest.param(
            "id,title_zh\n", ["deals.csv:1: event: is missing; every deal needs it"], id="column missing"
        ),
        pytest.param("id," + HEADER, ["deals.csv:1: id: stands in the header more than once"], id="column twice"),
        pytest.param("", ["deals.csv:1: has no header; the first line names the columns"], id="empty"),
        pytest.param(
            "id," + "x" * 300_000, ["deals.csv:1: has no header; the first line names the columns"], id="endless header"
        ),
        pytest.param(HEADER + ROW + "b,x\n", ["deals.csv:3: has fewer cells than the header"], id="short row"),
        pytest.param(
            HEADER + ROW.replace("\n", ",more\n"),
            ["deals.csv:2: has more cells than the header; a cell with a comma stands in quotation marks"],
            id="long row",
        ),
        pytest.param(
            HEADER + ROW + 'b,"open,x,fair,investment,1,CNY\n' + MORE,
            ["deals.csv:3: has a quotation mark that is not closed, or one inside a cell that is not doubled"],
            id="open quotation mark",
        ),
        pytest.param(
            HEADER + ROW.replace("\n", "\r\n") + ROW,
            ["deals.csv: mixes ends of lines, as of Windows and of Unix; save it with one sort"],
            id="mixed ends of lines",
        ),
        pytest.param((HEADER + ROW).encode("gb18030"), [f"deals.csv:2: {GB}"], id="GB18030"),
        pytest.param(
            (HEADER + MORE).encode() + ROW.encode("gb18030"), [f"deals.csv:3002: {GB}"], id="mixed encodings far below"
        ),
        pytest.param(
            (HEADER + ROW).encode() + ROW.replace("工", "é").encode("latin-1", "ignore"),
            ["deals.csv:3: is not UTF-8; save it as UTF-8"],
            id="mixed encodings",
        ),
        pytest.param((HEADER + ROW).encode("utf-16"), NUL, id="UTF-16"),
        pytest.param(parquet(GOOD), NUL, id="Parquet under the name of CSV"),
        pytest.param(
            HEADER + ROW.replace("fair", "fare"),
            ["deals.csv:2: event: there is no fare in events. Did you mean fair?"],
            id="reference to nothing",
        ),
        pytest.param(
            HEADER + ROW + ROW,
            ["deals.csv:3: id: mill is taken already at data/deals.csv:2; ids are unique in their kind"],
            id="id twice",
        ),
    ],
)  # fmt: skip
def test_csv(problems: Callable[..., list[str]], content: str | bytes, expected: list[str]) -> None:
    assert problems(deals_csv=content) == expected


def test_values_that_are_none_are_told_by_the_model(problems: Callable[..., list[str]]) -> None:
    found = problems(deals_csv=HEADER + "A B,工厂,Mill,fair,nothing,many,CNYX\n")
    assert [one.split(": ")[:2] for one in found] == [
        ["deals.csv:2", field] for field in ("amount", "currency", "id", "instrument")
    ]


def test_a_cell_of_200_mb_is_named_and_not_lost(problems: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "deals.csv"
    path.write_text(f"{HEADER}{ROW}big,")
    os.truncate(path, 200_000_000)  # a hole, of NUL bytes, costs no disk
    assert overlong(path, 2_000_000) == 3
    assert problems(deals_csv=HEADER + ROW + "big," + "x" * 20_000_000 + ",Mill,fair,investment,1,CNY\n" + MORE) == [
        "deals.csv:3: is longer than 2 MB, more than a record can hold"
    ]


def test_a_hundred_bad_rows_are_told_and_the_rest_counted(problems: Callable[..., list[str]]) -> None:
    found = problems(deals_csv=HEADER + "b,x\n" * 250)
    assert len(found) == MOST_LISTED + 1
    assert found[-1] == "deals.csv:102: 150 more rows can't be read"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(parquet(GOOD), [], id="good"),
        pytest.param(parquet(GOOD)[:200], NO_PARQUET, id="cut short"),
        pytest.param(parquet(GOOD)[:-1], NO_PARQUET, id="last byte"),
        pytest.param(b"", NO_PARQUET, id="empty"),
        pytest.param(HEADER + ROW, NO_PARQUET, id="CSV under the name of Parquet"),
        pytest.param(
            parquet(GOOD.replace("'mill'", "1")),
            ["deals.parquet: id: is of the type INTEGER; it must be VARCHAR"],
            id="another type",
        ),
        pytest.param(
            parquet(f"{GOOD}, 'x' AS \"\x1b[31m\""),
            ["deals.parquet: \ufffd[31m: is not a field of deals."],
            id="a column of its own",
        ),
        pytest.param(
            parquet(GOOD.replace("'mill'", "NULL::VARCHAR")),
            ["deals.parquet:1: id: is missing; every deal needs it"],
            id="NULL where a value must be",
        ),
    ],
)
def test_parquet(problems: Callable[..., list[str]], content: str | bytes, expected: list[str]) -> None:
    assert problems(deals_parquet=content) == expected


def test_two_files_for_one_kind(problems: Callable[..., list[str]]) -> None:
    found = problems(deals_csv=HEADER + ROW, deals_parquet=parquet(GOOD.replace("mill", "other")))
    assert found == ["deals.parquet: stands beside deals.csv; a kind has one file in a folder"]


@pytest.mark.parametrize("broken", [False, True])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, broken: bool) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(HEADER + ROW)

    def ask(sql: str) -> list[tuple[int, ...]]:
        if sql.startswith("INSERT"):
            path.write_text(HEADER + ROW + ROW)
            if broken:
                raise QueryError("what the engine says")
        return [(0,)] if sql.startswith("SELECT count") else []

    loaded = load(TableFile(path, "data/deals.csv", kinds()["deals"]), 0, ask)
    assert [str(one) for one in loaded.problems] == ["data/deals.csv: was changed while it was read; try again"]


def test_a_file_that_goes_away_while_it_is_read(tmp_path: Path) -> None:
    loaded = load(TableFile(tmp_path / "deals.csv", "data/deals.csv", kinds()["deals"]), 0, lambda _sql: [])
    assert [str(one) for one in loaded.problems] == ["data/deals.csv: can't be read: No such file or directory"]

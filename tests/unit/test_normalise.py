"""What data files may hold beside words: ends of lines and invisible characters, in Python and in the engine alike."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cq_tui.kinds.deals import Deal
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import clean, clean_tree, normalise, sql_normalised
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PERSIAN = "\u0646\u0627\u0642\u0644\u200c\u06af\u0627\u0646"
HEART = "\u2764\ufe0f\u200d\U0001f525"


@pytest.mark.parametrize("text", [FAMILY, PERSIAN, HEART, f"甲 {FAMILY}", "क्\u200dष"])
def test_what_joins_stays(text: str) -> None:
    assert normalise(text) == clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("甲\u200b项目", "甲项目"),
        ("\ufeff\u200b项目名称\u200b", "项目名称"),
        ("软\xad连字符", "软连字符"),
        ("\u2060a", "a"),
        ("17\xad19", "17-19"),
        ("1\xad2\xad\xad3", "1-2-3"),
        ("7\xadb", "7b"),
        ("The clan \xad a story", "The clan - a story"),
        (" \xad \xad\xad b\xad c", " - - b c"),
        ("甲\u200d乙", "甲乙"),
        ("Auf\u200clage", "Auflage"),
        (f"{FAMILY[0]}\u200d\u200d{FAMILY[2]}", FAMILY[0] + FAMILY[2]),
        (f"{FAMILY[0]}\u200b\u200d{FAMILY[2]}", f"{FAMILY[0]}\u200d{FAMILY[2]}"),
        (f"{FAMILY[0]}\u200d", FAMILY[0]),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\u200b\nb", "a\nb"),
        ("Pas si\u2028loin\u2029du tout", "Pas si\nloin\ndu tout"),
        ("\x1b[2J\u202e\x85", "\ufffd[2J\ufffd\ufffd"),
        ("\u061c\u200d\U0001f525", "\ufffd\U0001f525"),
    ],
)
def test_noise_goes_and_what_could_steer_a_terminal_becomes_visible(text: str, kept: str) -> None:
    assert normalise(text) == kept
    assert normalise(kept) == kept
    assert clean_tree({"a": [text]}) == {"a": [kept]}


_ODD = st.text(
    st.sampled_from("ab17甲 \t\n\r\x00\x1b\x85\xad\u061c\u180e\u200b\u200c\u200d\u200e\u2028\u202e\u2060\u2066\ufeff"
                    "\ufe0f\u0646\u06af\u0915\u094d\U0001f468\U0001f525\u2764\U000e0041\ufffd';=\\"), max_size=12
)  # fmt: skip


@cache
def _engine() -> Any:
    return duckdb().connect(":memory:")


@settings(max_examples=100, deadline=None)
@given(
    texts=st.lists(_ODD | st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace").decode()), min_size=20)
)
def test_the_engine_normalises_as_python_does(texts: list[str]) -> None:
    both = f"{sql_normalised('t')}, {Blanks.sql_normalised('t')}"
    found = _engine().execute(f"SELECT {both} FROM (SELECT unnest(?::VARCHAR[]) AS t)", [texts]).fetchall()
    assert found == [(normalise(text), Blanks.stripped(normalise(text))) for text in texts]
    for text in texts:
        once = normalise(text)
        assert (normalise(once), clean(once)) == (once, once)


def _store(
    tmp_path: Path, row: bytes, header: bytes = b"id,title_zh,event,instrument,note_zh,amount,currency"
) -> Store:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "deals.csv").write_bytes(header + b"\r\n" + row + b"\r\n")
    opened = open_archive(root)
    assert [str(problem) for problem in opened.problems] == []
    return opened.store


def test_a_line_break_inside_a_cell_is_one_line_feed(tmp_path: Path) -> None:
    store = _store(tmp_path, 'b,"乙\r\n项目",fair,fund,"第一行\r\n第二行",,'.encode())
    deal = store.get("deals", "b")
    assert isinstance(deal, Deal)
    assert (deal.title.zh, deal.note and deal.note.zh) == ("乙\n项目", "第一行\n第二行")


def test_noise_in_a_table_file_is_no_part_of_it(tmp_path: Path) -> None:
    row = f"b\u200b,\u200b甲\xad项目 ,fair\ufeff,fund\u200b,{FAMILY} {PERSIAN},\u200b200,CNY\u2060"
    header = "\ufeffid\u200b,title_zh,event,instrument,note_zh,\u200bamount,currency"
    deal = _store(tmp_path, row.encode(), header.encode()).get("deals", "b")
    assert isinstance(deal, Deal)
    assert (deal.title.zh, deal.amount, deal.currency) == ("甲项目", 200, "CNY")
    assert deal.note is not None
    assert deal.note.zh == f"{FAMILY} {PERSIAN}"


def test_a_formula_behind_noise_is_still_a_formula(tmp_path: Path) -> None:
    """What is dropped must not bring forth what cleaning has passed already."""
    deal = _store(tmp_path, "b,\u200b'=1+1,fair,fund,x\u200b,,".encode()).get("deals", "b")
    assert isinstance(deal, Deal)
    assert deal.title.zh == "=1+1"


def test_the_same_data_reads_alike_from_toml_and_parquet(tmp_path: Path) -> None:
    title = f"\u200b甲\u200b项目\r\n{FAMILY}\u200d"
    with duckdb().connect(":memory:") as engine:
        root = write_archive(tmp_path / "parquet", events=EVENT)
        engine.execute(
            f"COPY (SELECT 'b\u200b' AS id, {{'zh': '{title}', 'en': ''}} AS title, 'fair' AS event, "
            f"'fund\u200b' AS instrument, [{{'org': 'aa\u200b', 'role': 'investor'}}] AS parties) "
            f"TO '{root / 'data' / 'deals.parquet'}'"
        )
    organisation = '[[organisations]]\nid = "aa"\nname = { en = "A" }\ntype = "company"\n'
    write_archive(root, organisations=organisation)
    opened = open_archive(root)
    assert [str(problem) for problem in opened.problems] == []
    deal = opened.store.get("deals", "b")
    assert isinstance(deal, Deal)
    escaped = title.replace("\r\n", "\\r\\n")
    text = f'[[deals]]\nid = "b"\ntitle = {{ zh = "{escaped}" }}\nevent = "fair"\ninstrument = "fund"\n'
    from_toml = open_archive(write_archive(tmp_path / "toml", events=EVENT, deals=text)).store.get("deals", "b")
    assert isinstance(from_toml, Deal)
    assert from_toml.title == deal.title
    assert deal.title.zh == f"甲项目\n{FAMILY}"


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_of_thousands_of_columns_is_told_shortly(tmp_path: Path, ending: str) -> None:
    root = write_archive(tmp_path, events=EVENT)
    names = ["id", "title_en", "event", "instrument", *(f"column {number}" for number in range(2_000))]
    path = root / "data" / f"deals.{ending}"
    if ending == "csv":
        path.write_text(",".join(names) + "\n" + "1," * 2_003 + "1\n", "utf-8")
    else:
        chosen = ", ".join(f"'1' AS \"{name}\"" for name in names[4:])
        with duckdb().connect(":memory:") as engine:
            engine.execute(f"COPY (SELECT 'a' AS id, {{'zh': '', 'en': 'A'}} AS title, 'fair' AS event, "
                           f"'fund' AS instrument, {chosen}) TO '{path}'")  # fmt: skip
    found = [str(problem) for problem in open_archive(root).problems]
    assert len(found) == 21
    assert sum("1,980 more columns are no fields of deals" in line for line in found) == 1


def test_a_moment_with_a_zone_is_no_day(tmp_path: Path) -> None:
    """The day would hang on the zone of whoever reads; the column's type is named instead."""
    root = write_archive(tmp_path, events=EVENT)
    with duckdb().connect(":memory:") as engine:
        engine.execute(
            "COPY (SELECT 'b' AS id, {'zh': 'x', 'en': ''} AS title, 'fair' AS event, 'fund' AS instrument, "
            f"TIMESTAMPTZ '2025-11-19 00:30:00+08' AS date) TO '{root / 'data' / 'deals.parquet'}'"
        )
    (problem,) = open_archive(root).problems
    assert str(problem) == "data/deals.parquet: date: is of the type TIMESTAMP WITH TIME ZONE; it must be DATE"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_an_imported_cell_has_its_lines_whatever_they_end_with(run: Run, tmp_path: Path, end: str) -> None:
    root = write_archive(tmp_path / "fairs", events=EVENT)
    rows = (
        "项目名称,投资额(万元),类型,备注",
        '"乙\n项目",100,投资,"第一行\n第二行"',
        f"\u200b甲\u200b项目,\u200b200,投资\u200b,{FAMILY}",
    )
    (tmp_path / "list.csv").write_bytes("".join(f"{row}\n" for row in rows).replace("\n", end).encode())
    ran = run("import", str(tmp_path / "list.csv"), "--event", "fair", "--into", str(root))
    assert ran.code == 0, ran.err
    deals = [one for one in open_archive(root).store.records("deals") if isinstance(one, Deal)]
    assert [(one.title.zh, one.amount) for one in deals] == [("乙 项目", 1_000_000), ("甲项目", 2_000_000)]
    assert [one.note and (one.note.zh or one.note.en) for one in deals] == ["第一行\n第二行", FAMILY]


def test_a_moment_in_a_list_is_the_same_wherever_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    with duckdb().connect(":memory:") as engine:
        engine.execute(f"COPY (SELECT TIMESTAMPTZ '2025-11-19 00:30:00+08' AS signed) TO '{path}'")
    code = (
        "import sys; from pathlib import Path; from cq_tui.store.engine.parquet import parquet_records as records; "
        "print(list(records(Path(sys.argv[1]))))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, path], env=os.environ | {"TZ": zone}, capture_output=True, check=True
        ).stdout
        for zone in ("UTC", "Asia/Shanghai", "America/New_York")
    }
    assert len(told) == 1
    assert b"2025, 11, 18, 16, 30" in told.pop()

"""Texts in the order of a language, by both engines: the same for all that archives hold."""

import json

import duckdb
import pytest
from cq_tui.archive.read import read, shipped
from cq_tui.schema.text import Text
from cq_tui.store.engine.clickhouse.spelling import FUNCTIONS

from tests.server.chdb_connection import ChdbConnection
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition

MADE = (
    "a A b B ä á é É ab a-b a_b a_B x y z Z 1 2 10 01 １ Ａ ａ 0.5 "
    "5G 4G A股 B股 ① ㈱ (甲) （甲） 《甲》 · - — % 一 二 三 十 百 零 〇 甲 乙 丙 重庆 "
    "重慶 长江 長江 长安 万科 萬科 陈 陳 曾 单 解 仇 银行 行 重大 龙 龍 台 臺 后 後 发 髮 發 か カ "
    "が 한 Я я 吉 𠮷 㐀 İ ẞ 😀 "
).split()


def _shipped() -> list[str]:
    texts = (
        getattr(text, language)
        for entries in read(shipped()).entries.values()
        for entry in entries
        for text in vars(entry.record).values()
        if isinstance(text, Text)
        for language in ("zh", "en")
    )
    return sorted({text for text in texts if text})


@pytest.mark.parametrize(
    "texts", [_shipped(), MADE, [*map(chr, range(0x4E00, 0x9FFF))]], ids=["shipped", "made", "characters"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_stand_in_the_same_order(texts: list[str], language: str) -> None:

    table = "SELECT unnest($1::VARCHAR[]) AS t"
    order = f"SELECT t FROM ({table}) ORDER BY icu_sort_key(t, '{language}'), t"
    here = [text for (text,) in duckdb.execute(order, [texts]).fetchall()]
    connection = ChdbConnection()
    with connection.lines("CREATE TABLE texts (t String) ENGINE = Memory", {}, ""):
        pass
    connection.insert("texts", ["t"], (json.dumps({"t": text}).encode() + b"\n" for text in texts))
    with connection.lines(f"SELECT t FROM texts ORDER BY t COLLATE '{language}', t", {}, "") as lines:
        there = [json.loads(line)[0] for line in b"".join(lines).splitlines()[2:]]
    connection.close()
    assert there == here


def test_letters_are_made_small_alike() -> None:
    letters = [chr(code) for code in range(0x20, 0x20000) if chr(code).isprintable()]
    here = [small for (small,) in duckdb.execute("SELECT lower(unnest($1::VARCHAR[]))", [letters]).fetchall()]
    connection = ChdbConnection()
    with connection.lines("CREATE TABLE texts (n Int64, t String) ENGINE = Memory", {}, ""):
        pass
    rows = (json.dumps({"n": place, "t": text}).encode() + b"\n" for place, text in enumerate(letters))
    connection.insert("texts", ["n", "t"], rows)
    sql = FUNCTIONS["lower"](["t"])
    with connection.lines(f"SELECT {sql} AS t FROM texts ORDER BY n", {}, "") as lines:
        there = [json.loads(line)[0] for line in b"".join(lines).splitlines()[2:]]
    connection.close()
    assert there == here

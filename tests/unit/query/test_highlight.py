"""Where the words of a filter stand in a text."""

import pytest
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.query.widen import Widener
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds

KIND = kinds()["deals"]


def _marked(filter_: str, text: str, field: str | None = None) -> list[str]:
    highlighter = Highlighter(parse(filter_, KIND), Widener())
    return [text[start:end] for start, end in highlighter.spans(text, KIND.by_name[field] if field else None)]


@pytest.mark.parametrize(
    ("filter_", "text", "marked"),
    [
        ("", "铝", []),
        ("铝", "铝与铝", ["铝", "铝"]),
        ("alu", "Aluminium ＡＬＵ alu", ["Alu", "ＡＬＵ", "alu"]),
        ("西南铝", "西南鋁集团", ["西南鋁"]),
        ("德國", "德国西马克", ["德国"]),
        ("tüv", "ＴÜV莱茵", ["ＴÜV"]),
        ("xnl", "西南铝 XNL", ["西南铝", "XNL"]),
        ("xinanl", "与西南铝业", ["西南铝"]),
        ("chongqing", "重慶 Chongqing 重庆", ["重慶", "Chongqing", "重庆"]),
        ("XNL", "西南铝 xnl", ["xnl"]),
        ('"a b"', "a\u3000b a b ab", ["a\u3000b", "a b"]),
        ("南铝 西南", "西南铝", ["西南铝"]),
        ("西南 铝业", "西南铝业", ["西南铝业"]),
        ("西 铝", "西南铝", ["西", "铝"]),
        ("-铝", "铝", []),
        ("钢 -铝", "铝钢", ["钢"]),
        ("/[0-9]+亿/", "750亿元，20亿", ["750亿", "20亿"]),
        ("/^b.$/", "BC", ["BC"]),
        ("/x*/", "abc", []),
        ("-/铝/", "铝", []),
        ("amount>1亿 category:finance has:amount country:DE", "2亿 finance amount DE", []),
        ("铝 nosuch:铝铝", "铝铝", ["铝铝"]),
        ("a%", "a% ab", ["a%"]),
        ("铝\0", "铝", []),
        ("铝", "x" * 499 + "铝铝", ["铝"]),
    ],
)
def test_marked(filter_: str, text: str, marked: list[str]) -> None:
    assert _marked(filter_, text) == marked


@pytest.mark.parametrize(
    ("filter_", "field", "marked"),
    [
        ("西", "title", ["西"]),
        ("西", "parties", ["西"]),
        ("title:西", "title", ["西"]),
        ("title:西,铝", "title", ["西", "铝"]),
        ("title:西", "note", []),
        ("标题:xi", "title", ["西"]),
        ("party:西", "parties", ["西"]),
        ("party:西", "title", []),
        ("title:/铝|南/", "title", ["铝"]),
        ("title:/铝/", "sector", []),
        ("-title:西", "title", []),
        ("title:西 铝", "title", ["西", "铝"]),
        ("title:西 铝", "note", ["铝"]),
    ],
)
def test_a_field_s_words_are_marked_in_that_field(filter_: str, field: str, marked: list[str]) -> None:
    assert _marked(filter_, "西马铝", field) == marked


@pytest.mark.parametrize("inside", ["(a+)+$", "(a|aa)+$", "(a*)*b", "(?:a{1,9}){1,9}b", ".*.*.*="])
def test_a_pattern_that_could_backtrack_is_not_run(inside: str) -> None:
    query = parse(f"/{inside}/", KIND)
    assert query.faults == ()
    assert not Highlighter(query, Widener())
    assert Highlighter(query, Widener()).spans("a" * 500) == []


def test_a_pattern_that_python_reads_otherwise_than_the_engine_is_not_run() -> None:
    assert _marked("/[[:alpha:]]/", "a [l:] A") == []


@pytest.mark.parametrize(
    ("word", "marked"),
    [
        ("lv", ["吕", "绿"]),
        ("yinxing", ["银行"]),
        ("贸易", ["貿易"]),
        ("gddj", ["廣東電機"]),
        ("abc", ["ＡＢＣ"]),
        ("ai", ["爱"]),
        ("müller", ["Müller"]),
        ("rhein-mosel", ["Rhein-Mosel"]),
    ],
)
def test_what_selected_a_record_is_marked_in_its_names(made_store: Store, word: str, marked: list[str]) -> None:
    query = parse(word, kinds()["organisations"])
    highlighter = Highlighter(query, made_store.widen)
    found = []
    for record in Selection(made_store, query):
        name = getattr(record, "name")  # noqa: B009
        found += [text[start:end] for text in (name.zh, name.en) for start, end in highlighter.spans(text)]
    assert set(found) >= set(marked)
    assert highlighter.spans("Ω") == []

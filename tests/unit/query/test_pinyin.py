"""Letters read as pinyin: which ways there are to cut them, what they find, and that the expression is bounded."""

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

import pytest
from cq_tui.query.chinese import chinese
from cq_tui.query.pinyin import BUDGET, LONGEST, Readings, ways
from cq_tui.query.widen import Widener
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.engine import ask

BOUND = BUDGET + 512
"""Bytes of an expression: the budget, and a little for the brackets around the branches."""

USED = frozenset("西南铝鋁集团重庆重慶中信银行銀吕绿氏能朝阳爱慧先安方案女略")
ANY, FEW = Readings(), Readings(USED)


def _cuts(letters: str) -> list[str]:
    """The ways as text: syllables; what is only the beginning of one with a tilde behind it."""
    return [" ".join(text + "~" * unfinished for text, unfinished in way) for way in ways(letters)]


@pytest.mark.parametrize(
    ("letters", "cuts"),
    [
        ("xnl", ["x~ n~ l~"]),
        ("cq", ["c~ q~"]),
        ("lu", ["lu", "lu~"]),
        ("zhong", ["zhong", "zhong~", "z~ h~ o~ n~ g~"]),
        ("zhongx", ["zhong x~", "z~ h~ o~ n~ g~ x~"]),
        ("zzzz", ["z~ z~ z~ z~"]),
        ("ux", []),
        ("", []),
    ],
)
def test_ways(letters: str, cuts: list[str]) -> None:
    assert _cuts(letters) == cuts


def _by_the_grammar(rest: str, before: tuple[str, ...] = ()) -> Iterator[str]:
    """Full syllables; then nothing, one that is unfinished (two letters or more), or initials."""
    table = chinese()
    if not rest:
        yield " ".join(before)
        return
    if len(rest) > 1 and rest in table.beginnings:
        yield " ".join((*before, f"{rest}~"))
    if all(letter in table.beginnings for letter in rest):
        yield " ".join((*before, *(f"{letter}~" for letter in rest)))
    for end in range(1, len(rest) + 1):
        if rest[:end] in table.syllables:
            yield from _by_the_grammar(rest[end:], (*before, rest[:end]))


@given(st.text("xianguozhle", min_size=1, max_size=9))
@settings(max_examples=400, deadline=None)
@example("xianxian")
@example("fangan")
def test_ways_are_those_of_the_grammar_the_shortest_first(letters: str) -> None:
    found = _cuts(letters)
    assert set(found) == set(_by_the_grammar(letters))
    assert len(set(found)) == len(found)
    lengths = [len(cut.split()) for cut in found]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize(
    "letters", ["xian" * 3, "xian" * 50, "a" * 200, "zhuang" * 33, "e" * 40, "ng" * 100, "q" * 200]
)
def test_the_ways_of_any_word_are_few(letters: str) -> None:
    assert sum(1 for _way in ways(letters)) <= 2000
    assert len(ANY.expression(letters).encode()) <= BOUND
    assert len(FEW.expression(letters).encode()) <= BOUND


def test_every_two_letters_make_a_bounded_expression_that_the_engine_takes() -> None:
    for readings in (ANY, FEW):
        expressions = [readings.expression(first + second) for first, second in product(ascii_lowercase, repeat=2)]
        assert max(len(one.encode()) for one in expressions) <= BOUND
        ((answers,),) = ask("SELECT [regexp_matches('-', p) FOR p IN $p]", {"p": expressions})
        assert answers == [not one for one in expressions], "only the empty expression meets a hyphen"


@given(st.text(ascii_lowercase, min_size=2, max_size=60))
@settings(max_examples=400, deadline=None)
@example("xianxianxian" * 3)
def test_an_expression_over_all_tables_is_bounded(letters: str) -> None:
    assert len(ANY.expression(letters).encode()) <= BOUND


@given(st.text("xianglvuyehzoq", min_size=2, max_size=LONGEST))
@settings(max_examples=400, deadline=None)
def test_an_expression_over_few_characters_is_bounded(letters: str) -> None:
    assert len(FEW.expression(letters).encode()) <= BOUND


def test_v_u_and_umlaut_are_one() -> None:
    for word in ("lv", "nv", "lve", "lvneng", "xinanlv"):
        spellings = {ANY.expression(word.replace("v", letter)) for letter in "vuü"}
        assert len(spellings) == 1
        assert spellings != {""}


FOUND = [
    ("xinanlv", "西南铝"),
    ("xinanlv", "西南鋁"),
    ("xinanl", "西南铝"),
    ("xinanlvjt", "西南铝集团"),
    ("xnl", "在西南铝里"),
    ("lv", "吕"),
    ("lue", "略"),
    ("lve", "略"),
    ("nu", "女"),
    ("chongqing", "重庆"),
    ("zhongqing", "重慶"),
    ("chongqi", "重庆"),
    ("chongq", "重庆"),
    ("cq", "重庆"),
    ("zq", "重庆"),
    ("yinhang", "银行"),
    ("yinxing", "銀行"),
    ("chaoyang", "朝阳"),
    ("zhaoyang", "朝阳"),
    ("xian", "先"),
    ("xian", "西安"),
    ("fangan", "方案"),
    ("ai", "爱"),
]
NOT_FOUND = [
    ("xnlv", "西南铝"),
    ("inanlv", "西南铝"),  # not from a syllable's start
    ("xinlv", "西南铝"),  # no gaps
    ("xilv", "西南铝"),
    ("chqing", "重庆"),
    ("zhqi", "重庆"),
    ("xiann", "西安"),
    ("xinanlva", "西南铝"),
    ("n" * (LONGEST + 1), "南" * (LONGEST + 1)),
]


@pytest.mark.parametrize("in_use", [None, USED])
@pytest.mark.parametrize(("word", "text"), FOUND)
def test_found(in_use: frozenset[str] | None, word: str, text: str) -> None:
    assert re.search(Widener(lambda: in_use)(word).pattern, text)


@pytest.mark.parametrize("in_use", [None, USED])
@pytest.mark.parametrize(("word", "text"), NOT_FOUND)
def test_not_found(in_use: frozenset[str] | None, word: str, text: str) -> None:
    assert not re.search(Widener(lambda: in_use)(word).pattern, text)


def test_an_initial_is_followed_by_no_full_syllable() -> None:
    assert not re.search(Widener(lambda: USED)("xnanl").pattern, "西南铝")


@pytest.mark.parametrize(("word", "text"), [("zxyh", "中信银行"), ("zgzxjt", "中国中信集团"), ("xnlj", "西南铝集团")])
def test_initials_are_found_over_all_tables_too(word: str, text: str) -> None:
    assert re.search(Widener()(word).pattern, text), "a word that can be read is never without any of its ways"


@given(st.text(ascii_lowercase, min_size=2, max_size=8), st.text(sorted(USED), max_size=6))
@settings(max_examples=300, deadline=None)
def test_python_and_the_engine_agree(letters: str, text: str) -> None:
    pattern = Widener(lambda: USED)(letters).pattern
    assert ask("SELECT regexp_matches(?, ?)", [text, pattern]) == [(re.search(pattern, text) is not None,)]

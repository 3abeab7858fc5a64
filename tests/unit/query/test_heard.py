"""The number of a text has all bits that a word can ask for that sounds in it: no record is passed by wrongly."""

import re

import pytest
from cq_tui.query.chinese import chinese
from cq_tui.query.heard import masks, sql_classes, sql_heard, sql_hears
from cq_tui.query.widen import Widener
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import ask

WIDEN = Widener()
TEXTS = (
    "西南铝", "重庆长安汽车", "x西南y铝", "西 南", "\u0600西南", "西\u0301南", "西南\U00020164铝",
    "吕氏綠能\n朝阳", "", "abc", "西", "鿿西南鿿", "行长乐单于", "件合园大宁平方",
)  # fmt: skip


def _heard(texts: tuple[str, ...]) -> list[int]:
    found = f"SELECT t, {sql_classes('t')} AS c FROM (SELECT unnest($t) AS t)"
    return [row[0] for row in ask(f"SELECT {sql_heard('c')} FROM ({found})", {"t": list(texts)})]


HEARD = dict(zip(TEXTS, _heard(TEXTS), strict=True))


def _may_sound(word: str, heard: int) -> bool:
    found = WIDEN(word).heard
    return not found or any(heard & mask == mask for mask in found)


@given(st.text("xnlchongqiagbdmeszywvü", min_size=2, max_size=9))
@settings(max_examples=400, deadline=None)
def test_what_a_word_sounds_like_is_never_passed_by(word: str) -> None:
    sounding = WIDEN(word).sounding
    for text, heard in HEARD.items():
        if sounding and re.search(sounding, text):
            assert _may_sound(word, heard), (word, text)


def test_every_reading_of_every_character_is_heard() -> None:
    """Each character between two others, by all syllables that it can be read as."""
    readings = [(one, syllable) for syllable, characters in chinese().syllables.items() for one in characters]
    texts = tuple({one: f"西{one}铝" for one, _syllable in readings}.values())
    heard = dict(zip(texts, _heard(texts), strict=True))
    missed = [
        (one, syllable)
        for one, syllable in readings
        for way in [(("x", True), (syllable, False)), ((syllable, False), ("l", True))]
        if not any(heard[f"西{one}铝"] & mask == mask for mask in masks([way]))
    ]
    assert missed == []


@pytest.mark.parametrize("word", ["xnl", "xinanl", "chongqing", "cqca"])
def test_most_other_texts_are_passed_by(word: str) -> None:
    assert WIDEN(word).heard
    assert not _may_sound(word, HEARD["abc"])
    assert not _may_sound(word, HEARD["西 南"])
    assert not _may_sound(word, HEARD["件合园大宁平方"])


@pytest.mark.parametrize("word", ["xi", "a", "西南", "X1"])
def test_a_word_of_one_sound_or_of_none_passes_nothing_by(word: str) -> None:
    assert WIDEN(word).heard == ()


def test_the_engine_reads_the_bits_as_python_does() -> None:
    for word in ("xnl", "xinan", "zhongguo"):
        condition = sql_hears("h", WIDEN(word).heard)
        answers = [
            row[0]
            for row in ask(f"SELECT {condition} FROM (SELECT unnest($h::HUGEINT[]) AS h)", {"h": list(HEARD.values())})
        ]
        assert answers == [_may_sound(word, heard) for heard in HEARD.values()]

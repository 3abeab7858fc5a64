"""The written forms of a word: letter case, width, simplified and traditional are one."""

import re
from pathlib import Path

import pytest
from cq_tui.query.chinese import chinese
from cq_tui.query.parse import parse
from cq_tui.query.pinyin import BUDGET
from cq_tui.query.widen import LONGEST_WORD, Widener
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import ask
from tests.unit.conftest import Ids

WIDEN = Widener()


def _found(word: str, text: str) -> bool:
    return re.search(WIDEN(word).pattern, text) is not None


ONE = [
    "西南铝 西南鋁",
    "德国 德國",
    "重庆 重慶",
    "银行 銀行",
    "发 發 髮",
    "后 後",
    "台湾 臺灣 台灣",
    "tüv TÜV ＴüＶ ｔÜｖ",
    "byd BYD ＢＹＤ ｂｙｄ Byd",
    "100% １００％ １00%",
    "a_b ａ＿ｂ A_B",
    "a-b ａ－ｂ",
]


@pytest.mark.parametrize("forms", ONE)
def test_every_form_finds_every_other(forms: str) -> None:
    words = forms.split()
    missed = [(word, text) for word in words for text in words if not _found(word, text)]
    assert missed == []


@pytest.mark.parametrize(("word", "text"), [("ﬁnance", "FINANCE"), ("№7", "No7"), ("①", "1"), ("㎡", "m2")])
def test_a_compatibility_form_is_its_letters(word: str, text: str) -> None:
    assert _found(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("西南铝", "西南钢"),
        ("发", "友"),
        ("TUV", "TÜV"),
        ("a_b", "axb"),
        ("100%", "1000"),
        ("a.b", "axb"),
        ("发展", "发 展"),
        ("LV", "吕"),
        ("Lv", "吕"),
        ("l", "吕"),
        ("ｌ", "吕"),
        ("lv1", "吕"),
        ("é", "e"),
    ],
)
def test_what_is_another_word_is_not_found(word: str, text: str) -> None:
    assert not _found(word, text)


@pytest.mark.parametrize("word", ["a b", "a\u3000b", "a\u00a0b"])
def test_a_blank_of_a_phrase_is_any_blank(word: str) -> None:
    assert all(_found(word, text) for text in ("a b", "a\u3000b", "a\u00a0b"))
    assert not _found(word, "ab")


def test_the_group_of_a_character_holds_all_its_forms() -> None:
    forms = chinese().forms
    assert set(forms["发"]) == {"发", "發", "髮"}
    assert all(character in forms[character] for character in forms)
    assert set(forms["鋁"]) == set(forms["铝"]) == {"铝", "鋁"}


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_a_word_s_expression_is_bounded(word: str) -> None:
    widest = max(len(group.encode()) for group in chinese().forms.values()) + 24
    assert len(WIDEN(word).literal.encode()) <= widest * 4 * LONGEST_WORD
    assert len(WIDEN(word).sounding.encode()) <= BUDGET + 256


MADE = "西南鋁 呂氏綠能 重慶大橋 ＴÜV 100% a_b AI ＡＩ 爱慧 銀行 \\ [x] (y) ^$ 西藏 朝阳 lv LV é ß ſ K".split(" ")


@given(st.sampled_from(MADE) | st.text("xnlvuaiüｘＡ西南铝鋁吕綠-_%.*[](){}^$|\\?+ßſK ", min_size=1, max_size=6))
@settings(max_examples=500, deadline=None)
def test_python_and_the_engine_agree(word: str) -> None:
    pattern = WIDEN(word).pattern
    ((answers,),) = ask("SELECT [regexp_matches(t, $p) FOR t IN $t]", {"p": pattern, "t": MADE})
    assert answers == [re.search(pattern, text) is not None for text in MADE]


@pytest.mark.parametrize(
    ("kind", "word", "found"),
    [
        ("chain", "ca", "export-service | leader-changan lightweight-aluminium | nev-industry"),
        ("deals", "chongq", "nev-credit-line parts-supply-order || specialised-innovative-fund"),
        ("organisations", "sms", "sms-group ||"),
    ],
)
def test_names_as_typed_come_first_then_names_by_sound(select: Ids, kind: str, word: str, found: str) -> None:
    as_typed, by_sound, the_rest = map(str.split, found.split("|"))
    assert select(word, kind) == [*as_typed, *by_sound, *the_rest]


def test_a_chosen_order_goes_before_as_typed(select: Ids) -> None:
    in_order = select("ca sort:-id", "chain")
    assert in_order == sorted(in_order, reverse=True)
    assert in_order != select("ca", "chain")


def test_few_written_forms_are_looked_for_one_by_one() -> None:
    assert WIDEN("西南铝").forms == ("西南鋁", "西南铝")
    assert WIDEN("2").forms == ("2", "２")
    assert WIDEN("发发").forms == ()  # nine of them
    assert WIDEN("abc").forms == ()


def test_letters_alone_are_folded_where_none_is_of_full_width() -> None:
    narrow = Widener(has_wide=lambda: False)
    assert narrow("citic").folded == "(?i)citic"
    assert [narrow(word).folded for word in ("铝", "tüv", "a b", "co.")] == ["", "", "", ""]
    assert WIDEN("citic").folded == ""


@pytest.mark.parametrize(("word", "text"), [("kelvin", "\u212aelvin"), ("rest", "re\u017ft")])
def test_signs_that_ignoring_case_makes_a_letter_are_found_in_either_way(word: str, text: str) -> None:
    narrow = Widener(has_wide=lambda: False)
    for expression in (WIDEN(word).literal, narrow(word).folded):
        assert ask("SELECT regexp_matches(?, ?)", [text, expression]) == [(True,)]


def test_an_archive_of_many_records_is_asked_once_for_letters_of_full_width(tmp_path: Path) -> None:
    """Whether it has any decides how letters are looked for, and never what is found."""
    for title in ("Plain", "Ｐｌａｉｎ"):
        root = tmp_path / title
        (root / "data").mkdir(parents=True)
        (root / "data" / "events.toml").write_text('[[events]]\nid = "fair"\nname = { en = "Fair" }\n')
        rows = "".join(f"d{number},Deal {number},fair,investment\n" for number in range(10_000))
        text = f"id,title_en,event,instrument\n{rows}last,{title} works,fair,investment\n"
        (root / "data" / "deals.csv").write_text(text, "utf-8")
        store = open_archive(root).store
        for word in ("plain", "PLAIN", "ｐlain", "plain works"):
            query = parse(f'"{word}"', store.schema["deals"])
            assert [one.id for one in Selection(store, query)] == ["last"], (title, word)
        assert bool(store.widen("plain").folded) == (title == "Plain")

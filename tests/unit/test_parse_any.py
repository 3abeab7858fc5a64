"""Parsing holds for any text at all, and for every prefix of it while it is typed."""

from cq_tui.query.parse import parse
from cq_tui.query.sql import Asking, where
from cq_tui.query.widen import Widener
from cq_tui.values.clean import whole
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds

WIDEN = Widener()
KIND = st.sampled_from(sorted(kinds()))
WORDS = st.sampled_from(
    [
        *("amount", "金额", "category", "title", "date", "countries", "parties", "has", "sort", "finance", "DE", "a"),
        *(
            ":",
            "：",
            ">=",
            "＞",
            "<",
            "=",
            "-",
            "－",
            '"',
            "“",
            "”",
            "/",
            "／",
            "\\",
            ",",
            "，",
            "..",
            "*",
            " ",
            "\u3000",
        ),
        *("1", "亿", "bn", "2025-11-19", "[", "(", "{9}", "'", "%", "_", "--", ";", "\0"),
        *("ß", "ŉ", "İ", "ﬁ", "\U00020000", "\ud800"),
    ]
)
TEXT = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map("".join))


@given(TEXT, KIND)
@settings(max_examples=200, deadline=None)
@example('title:"', "deals")
@example("/\\", "deals")
@example("ß", "deals")
def test_every_prefix_parses_and_its_spans_lie_inside_it(text: str, kind: str) -> None:
    for end in range(len(text) + 1):
        prefix = text[:end]
        parts = parse(prefix, kinds()[kind]).parts
        assert all(0 <= part.span.start < part.span.end <= end for part in parts)
        assert all(whole(prefix)[part.span.start : part.span.end].startswith(part.text) for part in parts)


@given(TEXT, KIND)
@settings(max_examples=300, deadline=None)
def test_a_query_s_text_parses_to_an_equal_query(text: str, kind: str) -> None:
    query = parse(text, kinds()[kind])
    assert parse(query.text, kinds()[kind]) == query


@given(TEXT, KIND)
@settings(max_examples=300, deadline=None)
@example("ß", "deals")
@example("ŉ", "deals")
@example("title:ﬁ", "deals")
def test_any_understood_text_makes_sql(text: str, kind: str) -> None:
    sql, values = where(parse(text, kinds()[kind]), Asking(WIDEN, lambda _sql, _values: []))
    assert sql.count("?") == len(values)


@given(st.text(alphabet="qzxj'\";-)(", min_size=4, max_size=20).filter(str.strip), KIND)
@settings(max_examples=200, deadline=None)
def test_what_is_typed_never_stands_in_the_sql(word: str, kind: str) -> None:
    quoted = '"qz' + word.replace('"', "") + '"'
    heading = kinds()[kind].heading.name
    for text in (quoted, f"{heading}:{quoted}", f"-{heading}:={quoted}"):
        sql, values = where(parse(text, kinds()[kind]), Asking(WIDEN, lambda _sql, _values: []))
        assert "qz" not in sql.lower()
        assert sql.count("?") == len(values)


@given(st.lists(st.sampled_from(["铝", "amount>1亿", "-has:amount", "title:a,b", "sort:amount"]), max_size=6), KIND)
@settings(max_examples=50, deadline=None)
def test_terms_keep_their_order(pieces: list[str], kind: str) -> None:
    assert [part.text for part in parse(" ".join(pieces), kinds()[kind]).parts] == pieces

"""A filter that a facet or a key changes: one term in, one out, and all others as they were."""

import pytest
from cq_tui.query.edit import with_term, without_field, without_last
from cq_tui.query.parse import parse

from tests.shipped import kinds


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("", "category:finance", "category:finance"),
        ("citic sort:amount", "category:finance", "citic category:finance sort:amount"),
        ("类别:产业投资 citic -has:category", "category:finance", "category:finance citic"),
        ('citic "a b', "category:finance", 'citic "a b category:finance'),
        ("category:investment citic category:产业投资", "category:finance", "category:finance citic"),
        ("citic sort:amount ai sort:title", "category:finance", "citic category:finance sort:amount ai sort:title"),
        ("amount>1 nosuch:x", "category:finance", "amount>1 nosuch:x category:finance"),
        ("category:finance citic", "", "citic"),
    ],
)
def test_a_term_takes_the_place_of_the_field_s_others(text: str, term: str, expected: str) -> None:
    deals = kinds()["deals"]
    assert with_term(parse(text, deals), deals.by_name["category"], term) == expected


def test_a_word_that_comes_to_stand_beside_a_condition_stays_a_word() -> None:
    deals = kinds()["deals"]
    for text in (
        "type:credit title:x line",
        "amount>=10 title:x 亿",
        "amount title:x >=5亿",
        "chain title:x segment:al",
    ):
        query = parse(text, deals)
        left = parse(without_field(query, deals.by_name["title"]), deals)
        assert [part.text.strip('"') for part in left.parts] == [
            part.text for part in query.parts if part.text != "title:x"
        ]


def test_what_needs_no_quotes_gets_none() -> None:
    deals = kinds()["deals"]
    title = deals.by_name["title"]
    assert without_field(parse("type:credit title:x line citic", deals), title) == 'type:credit "line" citic'
    assert without_field(parse('type:credit title:x "line"', deals), title) == 'type:credit "line"'
    assert without_field(parse("type:credit title:x -line", deals), title) == "type:credit -line"


def test_terms_are_taken_out() -> None:
    deals = kinds()["deals"]
    assert without_field(parse("citic category:finance amount>1 has:category", deals), deals.by_name["category"]) == (
        "citic amount>1"
    )
    assert [without_last(parse(text, deals)) for text in ("", "a", "a b sort:amount", "sort:amount")] == [
        "", "", "a sort:amount", "sort:amount",
    ]  # fmt: skip

"""Parsing a filter: tokens, fields, operators, and what is said of what is not understood."""

from collections.abc import Callable

import pytest
from cq_tui.language import use
from cq_tui.query.parse import orders
from cq_tui.query.terms import Codes, Fault, Flag, Order, Pattern, Present, Query, Sorting, Span, Term, Test, Words
from cq_tui.query.tokens import tokens

from tests.shipped import kinds

Parse = Callable[..., Query]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \t\u3000\u00a0\n", []),
        ("a", ["a"]),
        ("a b", ["a", "b"]),
        ("  a\u3000b  ", ["a", "b"]),
        ('"a b" c', ['"a b"', "c"]),
        ("“a b” c", ["“a b”", "c"]),
        ('x:"a b" c', ['x:"a b"', "c"]),
        ('"a b', ['"a b']),
        ("/a b/ c", ["/a b/", "c"]),
        ("-/a b/ c", ["-/a b/", "c"]),
        ("x:/a b/ c", ["x:/a b/", "c"]),
        (r"/a\/ b/ c", [r"/a\/ b/", "c"]),
        ("a/b c/d", ["a/b", "c/d"]),
        ("/a b", ["/a b"]),
        ('a"b c"d e', ['a"b c"d', "e"]),
    ],
)
def test_tokens(text: str, pieces: list[str]) -> None:
    assert [token.text for token in tokens(text)] == pieces


def test_tokens_know_where_they_stand() -> None:
    assert [token.span for token in tokens('  a  "b c"')] == [Span(2, 3), Span(5, 10)]


def _only(query: Query) -> Term:
    (term,) = query.parts
    assert isinstance(term, Term)
    return term


@pytest.mark.parametrize(
    ("text", "test"),
    [
        ("铝", Words(("铝",))),
        ('"a b"', Words(("a b",))),
        ("“a b”", Words(("a b",))),
        ("＂a b＂", Words(("a b",))),
        ('"a', Words(("a",))),
        ("a,b", Words(("a,b",))),
        ("/a.b/", Pattern("a.b")),
        ("／a.b／", Pattern("a.b")),
    ],
)
def test_bare_word(query: Parse, text: str, test: Test) -> None:
    term = _only(query(text))
    assert (term.field, term.test, term.negated) == (None, test, False)


@pytest.mark.parametrize(
    ("text", "field", "test"),
    [
        ("title:铝", "title", Words(("铝",))),
        ("title:a,b", "title", Words(("a", "b"))),
        ('title:"a, b",c', "title", Words(("a, b", "c"))),
        ("title:a，b", "title", Words(("a", "b"))),
        ("title:=a", "title", Words(("a",), whole=True)),
        ("title=a", "title", Words(("a",), whole=True)),
        ("标题:a", "title", Words(("a",))),
        ("名称：a", "title", Words(("a",))),
        ("TITLE:a", "title", Words(("a",))),
        ("title:/a,b/", "title", Pattern("a,b")),
        ("category:finance", "category", Codes(("finance",))),
        ("category:金融赋能", "category", Codes(("finance",))),
        ("category:Finance,渝企出海", "category", Codes(("finance", "outbound"))),
        ("类别：出海", "category", Codes(("outbound",))),
        ("instrument:credit-line", "instrument", Codes(("credit-line",))),
        ("instrument:credit_line", "instrument", Codes(("credit-line",))),
        ('instrument:"credit line"', "instrument", Codes(("credit-line",))),
        ("工具:订单", "instrument", Codes(("purchase-order",))),
        ("country:DE", "countries", Codes(("DE",))),
        ("country:de,中国", "countries", Codes(("DE", "CN"))),
        ("国别:Germany", "countries", Codes(("DE",))),
        ("stage:拟", "stage", Codes(("planned",))),
        ("countable:yes", "countable", Flag(True)),
        ("countable:否", "countable", Flag(False)),
        ("has:amount", "amount", Present()),
        ("有:金额", "amount", Present()),
        ("HAS：amount", "amount", Present()),
        ("party:中信银行", "parties", Words(("中信银行",))),
        ("amount-text:3年", "amount_text", Words(("3年",))),
    ],
)
def test_field_and_value(query: Parse, text: str, field: str, test: Test) -> None:
    term = _only(query(text))
    assert term.field is not None
    assert (term.field.name, term.test, term.negated) == (field, test, False)


@pytest.mark.parametrize(
    "text", ["-铝", "－铝", "-title:a", "－title：a", "-has:amount", "-/a/", '-"a b"', "-amount>1"]
)
def test_negation(query: Parse, text: str) -> None:
    assert _only(query(text)).negated


@pytest.mark.parametrize("text", ["-", "a-b", '"-a"', "title:-a"])
def test_a_hyphen_elsewhere_does_not_negate(query: Parse, text: str) -> None:
    assert not _only(query(text)).negated


@pytest.mark.parametrize(
    ("text", "sorting"),
    [
        ("sort:amount", [("amount", False)]),
        ("sort:amount-desc", [("amount", True)]),
        ("sort:amount-asc", [("amount", False)]),
        ("sort:-amount", [("amount", True)]),
        ("sort:category,amount-desc", [("category", False), ("amount", True)]),
        ("排序:金额-desc", [("amount", True)]),
        ("sort:amount sort:title-desc", [("amount", False), ("title", True)]),
    ],
)
def test_sorting(query: Parse, text: str, sorting: list[tuple[str, bool]]) -> None:
    assert [(order.field.name, order.descending) for order in query(text).orders] == sorting


def test_the_sort_option_takes_what_sort_takes() -> None:
    deals = kinds()["deals"]
    sorting = orders("amount-desc,title", deals)
    assert isinstance(sorting, Sorting)
    assert sorting.orders == (Order(deals.by_name["amount"], True), Order(deals.by_name["title"]))
    assert [str(order) for order in sorting.orders] == ["amount-desc", "title"]
    assert (sorting.span, sorting.text) == (Span(0, 17), "amount-desc,title")
    assert orders("nosuch", deals) == Fault(Span(0, 6), "nosuch", "Deals have no field nosuch.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("amont:1", "Deals have no field amont. Did you mean amount?"),
        ("qqqq:1", "Deals have no field qqqq."),
        ("has:amuont", "Deals have no field amuont. Did you mean amount?"),
        ("sort:amuont", "Deals have no field amuont. Did you mean amount?"),
        ("amount:", "Amount: type a value."),
        ("amount:>=", "Amount: type a value."),
        ("sort:", "Type the field to sort by."),
        ("amount:x", "x is not a number: 10亿, 1.5bn, 2000000 or a range a..b"),
        ("amount:2亿,x", "x is not a number: 10亿, 1.5bn, 2000000 or a range a..b"),
        ("category:financ", "financ is not a value of Category. Did you mean finance?"),
        ("country:Germny", "Germny is not a value of Countries. Did you mean Germany?"),
        ("category:>finance", "Category can't be compared with >."),
        ("title>3", "Deal can't be compared with >."),
        ("countable:maybe", "Counted in totals is yes or no."),
        ("/a", "The pattern has no closing /."),
        ("/", "The pattern has no closing /."),
        ("title:/a", "The pattern has no closing /."),
        ("/[/", "The pattern is not a regular expression."),
        ('""', "Nothing stands between the quotes."),
    ],
)
def test_what_is_not_understood_is_marked_with_a_hint(query: Parse, text: str, message: str) -> None:
    (fault,) = query(text).parts
    assert fault == Fault(Span(0, len(text)), text, message)


def test_a_fault_leaves_the_other_terms_in_force(query: Parse) -> None:
    parsed = query("铝 amont:1 -钢")
    assert [term.text for term in parsed.terms] == ["铝", "-钢"]
    assert [(fault.text, fault.span) for fault in parsed.faults] == [("amont:1", Span(2, 9))]


def test_faults_are_told_in_the_language_in_force(query: Parse) -> None:
    use("zh")
    (fault,) = query("amont:1").faults
    assert "amont" in fault.message
    assert "amount" in fault.message
    assert "have no field" not in fault.message


@pytest.mark.parametrize("kind", ["speakers", "organisations", "chain", "passages"])
def test_a_field_of_another_kind_is_unknown(query: Parse, kind: str) -> None:
    assert query("term_years:3", kind).faults != ()


@pytest.mark.parametrize(
    ("text", "unlike"),
    [("铝", "钢"), ("sort:title", "sort:amount"), ("nosuch:1", "nosuch:2"), ("has:amount", "has:date")],
)
def test_a_part_is_the_same_wherever_it_stands(query: Parse, text: str, unlike: str) -> None:
    (one,), (other,), (another,) = (query(typed).parts for typed in (text, f"   {text}", unlike))
    assert one.span != other.span
    assert one == other
    assert hash(one) == hash(other) != hash(another)
    assert one not in (another, tuple(one), object())

"""What is typed by mistake or out of malice: each text has its answer."""

import warnings

import pytest
from cq_tui.query.parse import parse
from cq_tui.query.terms import Fault, Pattern, Span, Term
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ids

CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip
ALL = [CREDIT, FUND, LINE, ORDER]
WAITS = "Amount: type a value."
NUMBER = "{} is not a number: 10亿, 1.5bn, 2000000 or a range a..b"
DATE = "{} is not a date: 2025, 2025-Q4, 2025-11, 2025-11-19 or a range a..b"
NOTHING = "Nothing stands between the quotes."
BACKTRACKS = "The pattern uses what needs backtracking: looking around, \\1 or {2000}."
NO_FIELD = "{} compares a field, and none stands before it: amount{}"
NO_PATTERN = "The pattern is not a regular expression."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"', NOTHING),
        ("“", NOTHING),
        ('""', NOTHING),
        ('-""', NOTHING),
        ('title:"', NOTHING),
        ("amount:", WAITS),
        ("amount:>=", WAITS),
        ("amount>=", WAITS),
        ("金额：＞＝", WAITS),
        ("amount:10..", NUMBER.format("10..")),
        ("amount:..10", NUMBER.format("..10")),
        ("amount:..", NUMBER.format("..")),
        ("amount:10..x", NUMBER.format("10..x")),
        ("amount:>10..20", NUMBER.format("10..20")),
        ("amount:1..2..3", NUMBER.format("1..2..3")),
        ("amount::1", NUMBER.format(":1")),
        ("amount:NaN", NUMBER.format("NaN")),
        ("amount:1e9", NUMBER.format("1e9")),
        ("amount:1亿亿", NUMBER.format("1亿亿")),
        ("amount:9999999999999999999亿", NUMBER.format("9999999999999999999亿")),
        ("amount:" + "9" * 5000, NUMBER.format("9" * 5000)),
        ("has:", "A field is missing here."),
        ("sort:", "Type the field to sort by."),
        ("sort:-", "A field is missing here."),
        ("has:{x}", "Deals have no field {x}."),
        ("nosuch:1", "Deals have no field nosuch."),
        ("ammount:1", "Deals have no field ammount. Did you mean amount?"),
        ("类型别:1", "Deals have no field 类型别. Did you mean 类型?"),
        ("/", "The pattern has no closing /."),
        ("//", "The pattern has no closing /."),
        ("/铝", "The pattern has no closing /."),
        ("/[/", NO_PATTERN),
        ("/(/", NO_PATTERN),
        ("/*/", NO_PATTERN),
        ("/(?=铝)/", BACKTRACKS),
        ("/(?!铝)/", BACKTRACKS),
        ("/(?<=西)南/", BACKTRACKS),
        ("/(?<!西)南/", BACKTRACKS),
        ("title:/(a)\\1/", BACKTRACKS),
        ("/(?P<n>a)(?P=n)/", BACKTRACKS),
        ("/(?>a)/", BACKTRACKS),
        ("/a++/", BACKTRACKS),
        ("/a{2000}/", BACKTRACKS),
        ("/" + "a" * 1001 + "/", "A pattern has at most 1000 characters."),
        (">=1", NO_FIELD.format(">=", ">=1")),
        ("≥10亿", NO_FIELD.format("≥", "≥10亿")),
        ("<2025-11", NO_FIELD.format("<", "<2025-11")),
        (">= 10亿", NO_FIELD.format(">=", ">= 10亿")),
        ("amount!=5", "To leave values out, write -amount:5"),
        ("amount<>5", "To leave values out, write -amount:5"),
        ("title≠铝", "To leave values out, write -title:铝"),
        ("title://x", "The pattern has no closing /."),
        ("a=b=c", "Deals have no field a. Did you mean amount?"),
        ("amount>1,5", "1,5 can be 1.5 or two numbers: write 1.5, or each number in quotes."),
        ("amount>1.000", "1.000 can have decimals or grouped digits: write 1.0000 or 1000."),
    ],
)
def test_marked_with_the_reason(text: str, message: str) -> None:
    assert parse(text, kinds()["deals"]).parts == (Fault(Span(0, len(text)), text, message),)


@pytest.mark.parametrize(
    "value",
    "2025-13 2025-02-30 2025-2-30 0000 9999 25 2025- 2025.. ..2025 2025-11..x 2025-11-19T10:00 昨天".split(),
)
def test_what_is_no_date_is_marked(value: str) -> None:
    (fault,) = parse(f"date:{value}", kinds()["events"]).faults
    assert fault.message == DATE.format(value)


@pytest.mark.parametrize("inside", ["\\Z", "\\u94dd", "\\N{BULLET}", "(?#x)", "(?a:x)", "(?x)a b", "\\铝", "[\\b]"])
def test_what_only_python_s_patterns_know_is_marked(inside: str) -> None:
    assert [fault.message for fault in parse(f"/{inside}/", kinds()["deals"]).faults] == [NO_PATTERN]


@pytest.mark.parametrize("inside", ["[[:alpha:]]", "[+--]", "[a&&b]", "[a||b]", "[a~~b]"])
def test_a_pattern_of_doubtful_sense_warns_nobody(inside: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse(f"/{inside}/", kinds()["deals"]).faults == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"西南', [LINE, ORDER]),
        ("“credit for", [CREDIT]),
        ('“credit for"', [CREDIT]),
        ('title:"西南', [LINE]),
        ('铝 title:"西南', [LINE]),
        ('铝 "', None),
        ("-", ALL),  # a lone hyphen is a word, and stands in every id
        ("－", ALL),
        ("- 铝", [LINE]),
        ("--", []),
        ("---铝", ALL),
        ("amount:99999999999999亿", []),
        ("amount<99999999999999亿", [CREDIT, LINE, ORDER]),
        ("-amount>=99999999999999亿", ALL),
        ("amount:50亿..2亿", []),
        ("amount:-1", []),
        ("amount:1亿,,2亿", [LINE]),
        ("category:finance,", [CREDIT, FUND]),
        ("term:2.5", []),
        ("term>2.5", [ORDER]),
        ("\0", []),
        ("铝\0", []),
        ("title:\0", []),
        ("/铝\0/", []),
        ("\x1b[31m", []),
        ("\u200b", []),
        ("\U0010ffff", []),
        ("-\0", ALL),
        (":铝", []),
        ("::", []),
        ("https://example.com/a", []),
        ("C:\\x", []),
        ("C:/a b/", []),
        ("10:30", []),
        ("<b>", []),
        ("%", []),
        ("\\", []),
        ("?", []),
        ("$1", []),
        ("铝" * 5000, []),
        ("铝 " * 500, [LINE]),
    ],
)
def test_answered(select: Ids, store: Store, text: str, found: list[str] | None) -> None:
    if found is None:
        query = parse(text, kinds()["deals"])
        assert [fault.message for fault in query.faults] == [NOTHING]
        assert [record.id for record in Selection(store, query)] == [LINE], "the rest stays in force"
    else:
        assert select(text) == found


@pytest.mark.parametrize("text", ["\ud800", "title:\udfff", "-铝\ud800", "party:\udbff", "/\ud800/", '"\udc80'])
def test_half_a_surrogate_is_a_character_that_nothing_holds(store: Store, text: str) -> None:
    query = parse(text, kinds()["deals"])
    assert query.faults == ()
    assert len(list(Selection(store, query))) == (4 if text.startswith("-") else 0)


@pytest.mark.parametrize(
    ("inside", "answer"),
    [
        ("(a+)+$", False),
        ("(a|aa)+$", False),
        ("(a|a?)+b", False),
        ("(a*)*b", False),
        ("(.*a){20}", True),
        ("^(([a-z])+.)+[A-Z]([a-z])+$", False),
    ],
)
def test_a_pattern_can_t_run_away(store: Store, inside: str, answer: bool) -> None:
    """The engine has no backtracking: on this text Python's re would not end while the world lasts."""
    (term,) = parse(f"/{inside}/", kinds()["deals"]).parts
    assert isinstance(term, Term)
    assert isinstance(term.test, Pattern)
    asked = "SELECT regexp_matches(?, ?)"
    assert store.ask(asked, ["a" * 50_000 + "!", term.test.expression]) == [(answer,)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("amount:,", "No value stands beside the comma."),
        ("sort:,", "No value stands beside the comma."),
        ('party:""', "Nothing stands between the quotes."),
        ("-sort:amount", "An order takes no - in front; write sort:amount-desc."),
    ],
)
def test_what_is_missing_is_named(text: str, message: str) -> None:
    assert [fault.message for fault in parse(text, kinds()["deals"]).faults] == [message]


def _words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


@pytest.mark.parametrize(
    "text",
    [
        _words(101),
        "title:" + ",".join(_words(101).split()),
        "amount:" + ",".join(map(str, range(1000, 1101))),
        _words(60) + " title:" + ",".join(f"x{number}" for number in range(41)),
    ],
)
def test_more_conditions_than_may_be_are_one_marked_rest(text: str) -> None:
    query = parse(text, kinds()["deals"])
    (fault,) = query.faults
    assert fault.message == "That is more than 100 conditions, which CQ_TUI_MOST_CONDITIONS can raise."
    assert query.parts[-1] == fault
    assert text.endswith(fault.text)
    assert parse(query.text, kinds()["deals"]) == query

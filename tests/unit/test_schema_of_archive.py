"""A schema of an archive: further fields and code lists are as good as the shipped ones; wrong ones are named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest
from cq_tui.commands.list import table
from cq_tui.export.export import Options, pieces
from cq_tui.importing import importer, writing
from cq_tui.importing.progress import unwatched
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds
from cq_tui.kinds.deals import Deal
from cq_tui.language import Label
from cq_tui.query.complete import complete
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Fault
from cq_tui.schema.declared import DeclarationError
from cq_tui.schema.description import json_schema, table_schema
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import shown
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.schema.text import Text
from cq_tui.schema.types import Amount, Count, Currency, Line, Slug, code, code_list
from cq_tui.store.open_archive import Opened, open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer
from cq_tui.store.views.record_text import record_text
from cq_tui.widgets.views.overview import overview

from tests.unit.made import EVENT, write_archive

PRIORITY = code_list({"high": ("重点", "High", "urgent"), "low": ("一般", "Low")})
SECTORS = code_list({"steel": ("钢铁", "Steel"), "solar": ("光伏", "Solar", "pv")})

ORGANISATION = '[[organisations]]\nid = "aa"\nname = { en = "Aa Works" }\ntype = "company"\n'
TOTALS = (
    '[[events.totals]]\ncount = 5\namount = 100\ncurrency = "CNY"\n'
    '[[events.totals]]\ncategory = "solar"\ncount = 4\namount = 100\ncurrency = "CNY"\n'
)
DEALS = (
    '[[deals]]\nid = "mill"\ntitle = { en = "Mill" }\nevent = "fair"\ninstrument = "fund"\ncategory = "steel"\n'
    'priority = "low"\njobs = 20\nadviser = "aa"\ntags = ["old"]\n'
    '[[deals]]\nid = "plant"\ntitle = { en = "Plant" }\nevent = "fair"\ninstrument = "fund"\ncategory = "solar"\n'
    'amount = 30\ncurrency = "CNY"\npriority = "high"\njobs = 300\n'
)
CSV = (
    "id,title_en,event,instrument,category,amount,currency,priority,jobs,adviser,tags\n"
    "mill,Mill,fair,fund,steel,,,low,20,aa,old\n"
    "plant,Plant,fair,fund,solar,30,CNY,high,300,,\n"
)


def own_schema() -> Schema:
    schema = kinds().extended(
        "deals",
        OwnField("priority", code(PRIORITY), shown("重点程度", "Priority", "rank", column=9)),
        OwnField("jobs", Count, shown("岗位", "Jobs", column=10)),
        OwnField("adviser", Slug, shown("顾问", "Adviser", to="organisations", back=("顾问项目", "Adviser of"))),
        OwnField("tags", tuple[Line, ...], shown("标签", "Tags")),
    )
    return schema.recoded({"category": SECTORS})


@pytest.fixture(scope="module", params=["toml", "csv"])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    root = tmp_path_factory.mktemp("own")
    write_archive(root, events=EVENT + TOTALS, organisations=ORGANISATION)
    if request.param == "csv":
        (root / "data" / "deals.csv").write_text(CSV, "utf-8")
    else:
        write_archive(root, deals=DEALS)
    return open_archive(root, schema=own_schema())


Ids = Callable[[str], list[str]]


@pytest.fixture
def ids(opened: Opened) -> Ids:
    def of(text: str) -> list[str]:
        query = parse(text, opened.store.kind("deals"))
        assert query.faults == (), text
        return [record.id for record in Selection(opened.store, query)]

    return of


def test_an_archive_with_own_fields_and_codes_has_no_problem(opened: Opened) -> None:
    assert [str(problem) for problem in opened.problems] == []
    assert isinstance(opened.store.get("deals", "mill"), Deal)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("priority:high", ["plant"]),
        ("重点程度:一般", ["mill"]),
        ("rank:urgent", ["plant"]),
        ("urgent", ["plant"]),
        ("category:solar", ["plant"]),
        ("category:pv", ["plant"]),
        ("钢铁", ["mill"]),
        ("jobs>100", ["plant"]),
        ("has:adviser", ["mill"]),
        ("adviser:works", ["mill"]),
        ("tags:old", ["mill"]),
        ("sort:jobs-desc", ["plant", "mill"]),
        ("sort:priority-desc", ["mill", "plant"]),
        ("sort:adviser", ["mill", "plant"]),
    ],
)
def test_a_filter_knows_them(ids: Ids, text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_the_old_codes_are_gone(opened: Opened) -> None:
    query = parse("category:finance", opened.store.kind("deals"))
    assert [fault.text for fault in query.faults] == ["category:finance"]
    assert not isinstance(orders("priority", opened.store.kind("deals")), Fault)
    assert isinstance(orders("priority", kinds()["deals"]), Fault)


def test_they_are_completed(opened: Opened) -> None:
    kind = opened.store.kind("deals")
    assert [one.text for one in complete("prior", kind)] == ["priority:"]
    assert [one.text for one in complete("priority:hi", kind)] == ["priority:high"]


def test_an_export_has_them(opened: Opened) -> None:
    selection = Selection(opened.store, parse("", opened.store.kind("deals")))
    written = {
        name: b"".join(pieces(selection, Options(name), to_file=False)).decode() for name in ("csv", "toml", "json")
    }
    header, mill, _plant = written["csv"].splitlines()
    names = header.split(",")
    row = dict(zip(names, mill.split(","), strict=True))
    assert (row["priority"], row["jobs"], row["adviser"], row["tags"], row["category"]) == (
        "low",
        "20",
        "aa",
        "old",
        "steel",
    )
    assert 'priority = "high"' in written["toml"]
    assert [one["jobs"] for one in json.loads(written["json"])["deals"]] == [20, 300]


def test_a_list_has_their_columns_and_their_values_are_counted(opened: Opened) -> None:
    selection = Selection(opened.store, parse("", opened.store.kind("deals")))
    header, mill, plant = table(selection)
    assert "Priority" in header
    assert ("Low" in mill, "High" in plant) == (True, True)
    counted = facet_values(selection, opened.store.kind("deals").by_name["priority"]).values
    assert {(one.words, one.term, one.count) for one in counted} == {
        ("High", "priority:high", 1),
        ("Low", "priority:low", 1),
    }


def test_a_list_that_is_imported_is_read_with_them(opened: Opened) -> None:
    kind = opened.store.kind("deals")
    for header, name in (("重点程度", "priority"), ("Rank", "priority"), ("Jobs", "jobs"), ("顾问", "adviser")):
        word = read_word(kind, header)
        assert word.field is kind.by_name[name], header


def test_the_record_view_shows_them_and_links_lead_both_ways(opened: Opened) -> None:
    store = opened.store
    mill, works = store.get("deals", "mill"), store.get("organisations", "aa")
    assert mill is not None
    assert works is not None
    shown_ = "\n".join(record_text(store, store.kind("deals"), mill))
    assert all(word in shown_ for word in ("Priority", "Low", "Jobs", "20", "Adviser", "Aa Works", "Steel"))
    assert "Adviser of" in "\n".join(record_text(store, store.kind("organisations"), works))


def test_sums_go_by_the_own_categories(opened: Opened) -> None:
    told = ["".join(text for text, _style in row.pieces) for row in overview(opened.store, None, 100)]
    assert any("Solar" in line and "1 deal, 30" in line for line in told)
    assert any("Steel" in line for line in told)
    assert "4 not itemised" not in footer(Selection(opened.store, parse("", opened.store.kind("deals"))))


def test_the_schema_for_editors_and_other_programs_has_them() -> None:
    properties = json_schema([own_schema()["deals"]])["properties"]["deals"]["items"]["properties"]
    assert properties["priority"]["anyOf"][0]["enum"] == ["high", "low"]
    assert properties["category"]["anyOf"][0]["enum"] == ["steel", "solar"]
    assert {"name": "jobs", "type": "integer"}.items() <= next(
        one for one in table_schema(own_schema()["deals"])["fields"] if one["name"] == "jobs"
    ).items()


def test_a_wrong_own_code_is_named_with_the_codes(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT, organisations=ORGANISATION, deals=DEALS.replace('"low"', '"middle"'))
    (problem,) = open_archive(tmp_path, schema=own_schema()).problems
    assert str(problem) == 'data/deals.toml:7: priority: "middle" is not one of high, low.'


def test_the_shipped_schema_is_not_touched(tmp_path: Path) -> None:
    own_schema()
    assert "priority" not in kinds()["deals"].by_name
    write_archive(tmp_path, events=EVENT, organisations=ORGANISATION, deals=DEALS)
    assert any("priority" in str(problem) for problem in open_archive(tmp_path).problems)


class Visit(Record):
    """Made up for a test."""

    name: Annotated[Text, shown("考察", "Visit", column=1)]


class Nameless(Record):
    """Made up for a test."""

    length: Annotated[Count, shown("长度", "Length")]


class Untold(Record):
    """Made up for a test."""

    name: Text


def visits(model: type[Record] = Visit, tab: int | None = None) -> Kind:
    return Kind("visits", Label("考察", "Visits"), Label("考察", "visit"), model, tab)


@pytest.mark.parametrize(
    ("declare", "message"),
    [
        (lambda: Schema([visits(Nameless)]), "kind visits: has no heading: a field called title or name or anchor"),
        (lambda: Schema([*kinds().values(), visits(tab=2)]), "kind visits: tab 2 is that of deals"),
        (lambda: Schema([*kinds().values(), visits(), visits()]), "kind visits: is declared twice"),
        (lambda: Schema([*kinds().values(), visits(Untold)]), "kind visits: field name has no shown(...)"),
        (lambda: own("x", shown("甲", "A", to="trips", back=("乙", "B"))),
         "kind deals: field x: to: there is no kind trips"),
        (lambda: own("x", shown("甲", "A", to="events")),
         "kind deals: field x: back: a link is named from its other end too, in both languages"),
        (lambda: own("x", shown("甲", "A", back=("乙", "B"))),
         "kind deals: field x: back: only a link (to) has another end"),
        (lambda: own("x", shown("甲", "A", "two words")),
         "kind deals: field x: aliases: 'two words' has a blank, or is one; write _ instead"),
        (lambda: own("x", shown("甲", "")), "kind deals: field x: has no label in one of the languages"),
        (lambda: own("Two", shown("甲", "A")),
         "kind deals: field Two: a name is small letters, digits and underscores"),
        (lambda: own("has", shown("甲", "A")), "kind deals: field has: the name is a word of the program"),
        (lambda: own("called", shown("甲", "A")), "kind deals: field called: the name is a word of the program"),
        (lambda: own("year", shown("甲", "A")), "kind deals: field year: is a field already"),
        (lambda: own("x", shown("甲", "A", "Stake")),
         "kind deals: field x: stake is what the field share is called in a filter"),
        (lambda: own("amount", shown("甲", "A")), "kind deals: field amount: is a field already"),
        (lambda: own("cost", shown("甲", "A", currency="cost_currency"), Amount),
         "kind deals: field cost: is qualified by cost_currency, which is no field"),
        (lambda: kinds().extended("trips"), "kind trips: there is none to extend"),
        (lambda: kinds().recoded({"category": {}}), "code list category: is empty"),
    ],
)  # fmt: skip
def test_what_can_t_be_is_named_where_it_is_declared(declare: Callable[[], Schema], message: str) -> None:
    with pytest.raises(DeclarationError) as raised:
        declare()
    assert str(raised.value) == message


def own(name: str, mark: object, type_: object = Slug) -> Schema:
    return kinds().extended("deals", OwnField(name, type_, mark))  # type: ignore[arg-type]


def test_a_currency_of_its_own_goes_with_an_own_amount(tmp_path: Path) -> None:
    schema = kinds().extended(
        "deals",
        OwnField("cost", Amount, shown("成本", "Cost", currency="cost_currency")),
        OwnField("cost_currency", Currency, shown("成本币种", "Cost currency")),
    )
    deal = '[[deals]]\nid = "mill"\ntitle = { en = "Mill" }\nevent = "fair"\ninstrument = "fund"\ncost = 7\n'
    (problem,) = open_archive(write_archive(tmp_path / "a", events=EVENT, deals=deal), schema=schema).problems
    assert "cost and cost_currency go together" in str(problem)
    whole = write_archive(tmp_path / "b", events=EVENT, deals=deal + 'cost_currency = "EUR"\n')
    opened = open_archive(whole, schema=schema)
    assert opened.problems == []
    assert len(Selection(opened.store, parse("cost:7", schema["deals"])).rows(0, 5)) == 1


def test_a_list_with_own_columns_and_codes_is_imported(tmp_path: Path) -> None:
    root, schema = write_archive(tmp_path / "fairs", events=EVENT, organisations=ORGANISATION), own_schema()
    rows = ("项目名称,类型,重点程度,岗位,类别,标签", "甲项目,基金,重点,30,光伏,x;y", "乙项目,基金,一般,4,钢铁,")
    (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", "utf-8")
    prepared = prepare(open_archive(root, schema=schema).store, tmp_path / "list.csv", schema["deals"], "fair", None)
    with importer.converting(prepared, unwatched) as converted:
        assert list(converted.refusals) == []
        writing.write(converted)
    opened = open_archive(root, schema=schema)
    assert opened.problems == []
    names = ("priority", "jobs", "category", "tags")
    found = [tuple(getattr(one, name) for name in names) for one in opened.store.records("deals")]
    assert found == [("high", 30, "solar", ("x", "y")), ("low", 4, "steel", ())]

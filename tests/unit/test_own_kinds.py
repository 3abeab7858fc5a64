"""Kinds that an archive declares: as good as the shipped ones; what can't be is named. All of it is made up here."""

import pytest
from cq_tui.commands.names import COMMANDS
from cq_tui.kinds import kinds
from cq_tui.language import Label
from cq_tui.schema.declared import DeclarationError
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import Shown, shown
from cq_tui.schema.kind import Money
from cq_tui.schema.own_kinds import OwnKind
from cq_tui.schema.schema import Schema
from cq_tui.schema.types import Amount, Currency, Day, Flag, Line, Slug

WORDS = Label("参展商", "Exhibitors")


def field(name: str, mark: Shown | None = None, type_: object = Line, *, required: bool = False) -> OwnField:
    return OwnField(name, type_, mark or shown(f"字段{name}", f"Field {name}"), required)


def made(*declared: OwnKind) -> Schema:
    return kinds().with_kinds(*declared)


def test_every_own_kind_has_a_name_and_a_tab_behind_the_shipped_ones() -> None:
    schema = made(OwnKind("exhibitors", WORDS), OwnKind("booths", Label("展位", "Booths")))
    exhibitors, booths = schema["exhibitors"], schema["booths"]
    assert [one.name for one in exhibitors.fields] == ["id", "name", "note", "cites"]
    assert (exhibitors.heading.name, exhibitors.heading.required) == ("name", True)
    assert (exhibitors.tab, booths.tab) == (10, 11)
    assert [one.name for one in schema.tabs][-2:] == ["exhibitors", "booths"]
    assert str(exhibitors.one) == "Exhibitors"
    assert "exhibitors" not in kinds()


def test_a_tab_can_be_asked_for_and_is_not_given_twice() -> None:
    schema = made(OwnKind("first", WORDS), OwnKind("second", Label("展位", "Booths"), tab=10))
    assert (schema["second"].tab, schema["first"].tab) == (10, 11)


def test_another_field_can_name_the_records() -> None:
    schema = made(OwnKind("booths", WORDS, heading="number", fields=(field("number"), field("title"))))
    booths = schema["booths"]
    assert (booths.heading.name, booths.heading.required, booths.heading.shown.column) == ("number", True, 1)
    assert "name" not in booths.by_name
    record = booths.model.model_validate({"id": "a", "number": "B 1", "title": "Hall"})
    assert record.called == "B 1"


def test_a_heading_is_found_in_lists_by_what_the_records_are_called() -> None:
    kind = made(OwnKind("exhibitors", WORDS, Label("展商", "exhibitor")))["exhibitors"]
    assert kind.heading.shown.aliases == ("展商", "exhibitor", "参展商", "Exhibitors")
    company = field("company", shown("企业", "Company", "exhibitor"))
    kind = made(OwnKind("exhibitors", WORDS, Label("展商", "exhibitor"), fields=(company,)))["exhibitors"]
    assert kind.heading.shown.aliases == ("展商", "参展商", "Exhibitors")


def test_the_first_amount_is_summed_unless_another_is_named() -> None:
    fields = (
        field("fee", shown("费用", "Fee", currency="money_in"), Amount),
        field("rent", shown("租金", "Rent", currency="money_in"), Amount),
        field("money_in", shown("币种", "Currency"), Currency),
    )
    assert made(OwnKind("exhibitors", WORDS, fields=fields))["exhibitors"].money == Money("fee", "money_in")
    named = OwnKind("exhibitors", WORDS, fields=fields, money=Money("rent", "money_in"))
    assert made(named)["exhibitors"].money == Money("rent", "money_in")
    assert made(OwnKind("exhibitors", WORDS))["exhibitors"].money is None


def test_kinds_declared_together_refer_to_each_other() -> None:
    booth = field("booth", shown("展位", "Booth", to="booths", back=("展商", "Exhibitors here")), Slug)
    holder = field("holder", shown("展商", "Holder", to="exhibitors", back=("展位", "Booths")), Slug)
    schema = made(OwnKind("exhibitors", WORDS, fields=(booth,)), OwnKind("booths", WORDS, fields=(holder,)))
    assert [one.shown.to for one, _part in schema["exhibitors"].references] == ["booths", "passages"]
    assert schema.extended("deals", field("stand", holder.shown, Slug))["deals"].by_name["stand"].type.refers_to


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        (OwnKind("deals", WORDS), "kind deals: there is one already"),
        (OwnKind("x-1", WORDS), "kind x-1: a name is small letters, digits and underscores"),
        (OwnKind("sort", WORDS), "kind sort: the name is a word of the program"),
        (OwnKind("schema", WORDS), "kind schema: the name is a word of the program"),
        (OwnKind("x" * 41, WORDS), f"kind {'x' * 41}: the name is longer than 40 characters"),
        (OwnKind("x", Label("", "X")), "kind x: has no label in one of the languages"),
        (OwnKind("x", Label("a\x1b[2J", "X")), "kind x: label: 'a\ufffd[2J' holds characters that no label can have"),
        (OwnKind("x", Label("甲", "X" * 61)), f"kind x: label: '{'X' * 60}'... is longer than 60 characters"),
        (OwnKind("x", WORDS, tab=3), "kind x: tab 3 is that of speakers"),
        (OwnKind("x", WORDS, tab=1), "kind x: tab 1 is none: tabs of lists go from 2 to 99"),
        (OwnKind("x", WORDS, heading="has"), "kind x: field has: the name is a word of the program"),
        (OwnKind("x", WORDS, fields=(field("note"),)), "kind x: field note: is a field already"),
        (OwnKind("x", WORDS, fields=(field("a"), field("a"))), "kind x: field a: is a field already"),
        (OwnKind("x", WORDS, fields=(field("A"),)),
         "kind x: field A: a name is small letters, digits and underscores"),
        (OwnKind("x", WORDS, fields=(field("a", shown("说明", "A")),)),
         "kind x: field a: 说明 is what the field note is called in a filter"),
        (OwnKind("x", WORDS, fields=(field("day", None, Day), field("a", shown("年份", "A")))),
         "kind x: field year: 年份 is what the field a is called in a filter"),
        (OwnKind("x", WORDS, fields=(field("a", shown("甲", "A", to="trips", back=("a", "b")), Slug),)),
         "kind x: field a: to: there is no kind trips"),
        (OwnKind("x", WORDS, heading="a", fields=(field("a", None, Flag),)),
         "kind x: field a: names the records, so it must be a text"),
        (OwnKind("x", WORDS, fields=(field("a", None, complex),)),
         "kind x: field a has no field type for <class 'complex'>"),
        (OwnKind("x", WORDS, money=Money("cost", "currency")), "kind x: money: there is no field cost"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("error")
def test_what_can_t_be_is_named_where_it_is_declared(declared: OwnKind, message: str) -> None:
    with pytest.raises(DeclarationError) as raised:
        made(declared)
    assert str(raised.value) == message


@pytest.mark.parametrize("name", [*COMMANDS, "overview"])
def test_no_kind_is_called_as_a_command(name: str) -> None:
    with pytest.raises(DeclarationError, match="the name is a word of the program"):
        made(OwnKind(name, WORDS))


def test_a_hundred_kinds_have_no_tab() -> None:
    with pytest.raises(DeclarationError, match=r"^kind x90: there is no tab left for it; tabs end with 99$"):
        made(*(OwnKind(f"x{n}", WORDS) for n in range(91)))

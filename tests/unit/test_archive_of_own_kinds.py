"""An archive with kinds of its own through every outlet that is no screen: filter, facets, links, files, import."""

import json
from pathlib import Path

import pytest
from cq_tui.archive.template import template
from cq_tui.commands.list import table
from cq_tui.export.export import Options, pieces
from cq_tui.importing import importer, writing
from cq_tui.importing.progress import unwatched
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.language import Label
from cq_tui.query.parse import parse
from cq_tui.schema.description import json_schema, table_schema
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import shown
from cq_tui.schema.own_kinds import OwnKind
from cq_tui.schema.types import Line, Slug, code, code_list
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import Opened, open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.name_search import search_names
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer
from cq_tui.store.views.record_text import record_text

from tests.unit.made import EVENT, write_archive
from tests.unit.made_kinds import made_archive, own_schema


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return open_archive(made_archive(tmp_path_factory.mktemp("own") / "fair"), schema=own_schema())


@pytest.fixture
def store(opened: Opened) -> Store:
    return opened.store


def selected(store: Store, kind: str, text: str = "") -> Selection:
    query = parse(text, store.kind(kind))
    assert query.faults == (), text
    return Selection(store, query)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("exhibitors", "area:machines", ["bb-at-the-fair"]),
        ("exhibitors", "org:jiachang", ["aa-at-the-fair"]),
        ("exhibitors", "甲厂", ["aa-at-the-fair"]),
        ("exhibitors", "fee>=2.5万", ["bb-at-the-fair"]),
        ("exhibitors", "year:2019", ["aa-at-the-fair"]),
        ("exhibitors", "-has:area", ["cc"]),
        ("exhibitors", "goods:tea", ["aa-at-the-fair"]),
        ("exhibitors", "sort:fee-desc", ["bb-at-the-fair", "aa-at-the-fair", "cc"]),
        ("booths", "展位号:2", ["a2"]),
        ("booths", "holder:Aa", ["a1"]),
        ("booths", "sort:holder", ["a1", "a2"]),
        ("deals", "stand:A", ["mill"]),
        ("halls", "began", ["north"]),
    ],
)
def test_filters(store: Store, kind: str, text: str, found: list[str]) -> None:
    assert [record.id for record in selected(store, kind, text)] == found


def test_there_is_no_problem_and_a_wrong_reference_is_one(opened: Opened, tmp_path: Path) -> None:
    assert opened.problems == []
    root = made_archive(tmp_path)
    write_archive(root, booths='[[booths]]\nid = "a1"\nnumber = "A 1"\nholder = "aa-at-the-fare"\n')
    (problem,) = open_archive(root, schema=own_schema()).problems
    assert str(problem) == (
        "data/booths.toml:4: holder: there is no aa-at-the-fare in exhibitors. Did you mean aa-at-the-fair?"
    )


def test_lists_footers_and_facets(store: Store) -> None:
    header, first, *_others = table(selected(store, "exhibitors"))
    assert header.split() == ["Name", "Organisation", "Area", "Fee", "CNY", "Since", "Goods", "Country"]
    assert first.split() == "Aa at the fair Aa Works Food 20,000 2019-03-01 noodles; tea -".split()
    assert footer(selected(store, "exhibitors")) == "3 of 3  fee 50,000  1 without an amount"
    values = facet_values(selected(store, "booths"), store.kind("booths").by_name["holder"]).values
    assert [(one.words, one.term) for one in values if one.term.startswith("holder")] == [
        ("Aa at the fair", 'holder="Aa at the fair"')
    ]


def test_links_both_ways_between_own_and_shipped_kinds(store: Store) -> None:
    def told(kind: str, id: str) -> str:
        record = store.get(kind, id)
        assert record is not None
        return "\n".join(record_text(store, store.kind(kind), record))

    assert "Exhibits as  1 record" in told("organisations", "aa")
    assert "Exhibitors  2 records" in told("events", "fair")
    assert "Signed here  1 record\n  Mill" in told("booths", "a1")
    assert "Holder: Aa at the fair" in told("booths", "a1")
    assert "Booths  1 record\n  A 1" in told("exhibitors", "aa-at-the-fair")
    assert "Signed at: A 1" in told("deals", "mill")
    assert "Supports  1 record" in told("passages", "p1")


def test_names_are_found(store: Store) -> None:
    assert ("booths", "a2") in search_names(store, ["A 2"], Cancellation())
    assert ("halls", "north") in search_names(store, ["beiguan"], Cancellation())


@pytest.mark.parametrize("ending", ["toml", "csv", "parquet"])
def test_an_export_is_the_same_data_again(store: Store, tmp_path: Path, ending: str) -> None:
    root = made_archive(tmp_path)
    for kind in ("exhibitors", "booths"):
        written = b"".join(pieces(selected(store, kind), Options(ending), to_file=True))
        (root / "data" / f"{kind}.toml").unlink()
        (root / "data" / f"{kind}.{ending}").write_bytes(written)
    again = open_archive(root, schema=own_schema())
    assert again.problems == []
    for kind in ("exhibitors", "booths"):
        found, wanted = ([one.model_dump() for one in selected(of, kind)] for of in (again.store, store))
        assert found == wanted


@pytest.mark.parametrize("ending", ["json", "md", "xlsx"])
def test_other_formats_have_them(store: Store, ending: str) -> None:
    written = b"".join(pieces(selected(store, "booths"), Options(ending), to_file=False))
    assert b"A 1" in written or ending == "xlsx"
    if ending == "json":
        assert json.loads(written)["booths"][0]["holder"] == "aa-at-the-fair"


def test_editors_and_other_programs_are_told_what_they_hold() -> None:
    kind = own_schema()["exhibitors"]
    properties = json_schema([kind])["properties"]["exhibitors"]["items"]
    assert properties["required"] == ["id", "name"]
    assert properties["properties"]["area"]["anyOf"][0]["enum"] == ["food", "tools"]
    keys = table_schema(kind)["foreignKeys"]
    assert [one["reference"]["resource"] for one in keys] == ["events", "organisations"]
    written = template(kind)
    assert "# Needed: id, name." in written
    assert "# area = " in written
    assert "food tools" in written


def test_a_long_list_of_codes_is_not_called_a_list_of_countries() -> None:
    many = code_list({f"c{n}": (f"码{n}", f"Code {n}") for n in range(20)})
    fields = (OwnField("sort_of", code(many), shown("种", "Sort")),)
    kind = kinds().with_kinds(OwnKind("shows", Label("演出", "Shows"), fields=fields))["shows"]
    line = next(line for line in template(kind).splitlines() if "sort_of" in line)
    assert line.endswith("Sort: c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 ...")
    assert "ISO 3166" in template(kinds()["deals"])


@pytest.mark.parametrize(
    "name", ["words", "kept_1", "select", "records", "target", "sqlite_master", "names", "history"]
)
def test_a_kind_may_be_called_what_the_engine_calls_things(tmp_path: Path, name: str) -> None:
    to = OwnField("other", Slug, shown("另一个", "Other", to=name, back=("反向", "Back")))
    schema = kinds().with_kinds(
        OwnKind(name, Label("甲", "A"), fields=(to, OwnField("word", Line, shown("词", "Word"))))
    )
    rows = (
        f'[[{name}]]\nid = "a"\nname = {{ en = "Aaa" }}\nother = "b"\n[[{name}]]\nid = "b"\nname = {{ en = "Bbb" }}\n'
    )
    opened = open_archive(write_archive(tmp_path, events=EVENT, **{name: rows}), schema=schema)
    assert opened.problems == []
    assert [one.id for one in selected(opened.store, name, "other:bbb sort:other")] == ["a"]
    assert b"".join(pieces(selected(opened.store, name), Options("xlsx"), to_file=False))


LIST = """\ufeff参展商,机构,展区,展位费（元）,首次参展,展品,备注
丁展团,丁厂,食品,"12,000",2018-05-06,茶;面,好
戊展团,甲厂,Tools,2万,2020-01-02,,
"""


def test_a_list_is_imported_into_an_own_kind(tmp_path: Path) -> None:
    root, schema = made_archive(tmp_path / "fair"), own_schema()
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    prepared = prepare(
        open_archive(root, schema=schema).store, tmp_path / "list.csv", schema["exhibitors"], "fair", None
    )
    assert prepared.proposal.questions == ()
    with importer.converting(prepared, unwatched) as converted:
        writing.write(converted)
    again = open_archive(root, schema=schema)
    assert again.problems == []
    found = {one.called: one for one in again.store.records("exhibitors")}
    new, known = found["丁展团"], found["戊展团"]
    names = ("event", "org", "area", "fee", "fee_currency", "goods")
    assert [getattr(known, name) for name in names] == ["fair", "aa", "tools", 20000, "CNY", ()]
    assert [getattr(new, name) for name in names[2:]] == ["food", 12000, "CNY", ("茶", "面")]
    assert again.store.name("organisations", getattr(new, "org", "")) == "丁厂"
    assert len(new.cites) == 1


def test_a_list_names_records_of_own_kinds(tmp_path: Path) -> None:
    """By a heading that is no text in two languages; and the event stands in a field of another name."""
    root = made_archive(tmp_path / "fair")
    held = OwnField(
        "held_at", Slug, shown("展会", "Held at", to="events", back=("展位预订", "Bookings")), required=True
    )
    stand = OwnField("stand", Slug, shown("摊位", "Stand", to="booths", back=("预订", "Bookings")))
    schema = own_schema().with_kinds(
        OwnKind("bookings", Label("预订", "Bookings"), Label("预订", "booking"), fields=(held, stand))
    )
    (tmp_path / "list.csv").write_text("Booking,Stand\nFirst,A 2\nSecond,a1\nThird,B 9\n", "utf-8")
    store = open_archive(root, schema=schema).store
    prepared = prepare(store, tmp_path / "list.csv", schema["bookings"], "fair", None)
    assert prepared.proposal.questions == ()
    with importer.converting(prepared, unwatched) as converted:
        writing.write(converted)
    again = open_archive(root, schema=schema)
    assert again.problems == []
    found = [
        (one.called, getattr(one, "held_at", ""), getattr(one, "stand", "")) for one in again.store.records("bookings")
    ]
    assert found == [("First", "fair", "a2"), ("Second", "fair", "a1"), ("Third", "fair", None)]

"""Countries that records have through the organisations they refer to: listed, filtered, counted, exported."""

import pytest
from cq_tui.commands.list import table
from cq_tui.export.export import Options, pieces
from cq_tui.language import use
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse
from cq_tui.query.sql import Asking, where
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.detail import Line, detail

from tests.shipped import kinds


def select(store: Store, kind: str, text: str) -> Selection:
    return Selection(store, parse(text, store.kind(kind)))


def test_who_spoke_for_a_european_body_is_one_filter(store: Store) -> None:
    of_europe = select(store, "speakers", "country:EU")
    countries = [line.split(",")[-1] for line in csv(of_europe, "id,country")]
    assert countries == ["IT", "EU", "DE", "DE", "EU"]
    assert select(store, "speakers", "-country:EU").count == 8
    assert select(store, "speakers", "country=EU").count == 2
    assert select(store, "platforms", "国家：中国").count == 2
    assert select(store, "deals", "country:EU").count == 1


@pytest.mark.parametrize("text", ["germany", "德国", "德國", "deguo", "ＧＥＲＭＡＮＹ", "/german(y|ia)/"])
def test_a_word_finds_them_by_the_country_of_their_organisation(store: Store, text: str) -> None:
    assert select(store, "speakers", text).ids() == select(store, "speakers", "country:DE").ids() != []
    assert select(store, "speakers", f"-{text}").count == select(store, "speakers", "-country:DE").count


def test_a_word_finds_the_union_itself_and_what_else_is_called_so(store: Store) -> None:
    found = select(store, "speakers", '"european union"').ids()
    assert {*select(store, "speakers", "country=EU").ids()} <= {*found}
    assert "tuv-rheinland" not in found  # of a member: the condition country:EU is for those


def test_a_word_and_another_condition_hold_together(store: Store) -> None:
    assert select(store, "speakers", "germany rheinland").ids() == ["tuv-rheinland"]
    assert select(store, "speakers", "germany role:keynote").ids() == []


def test_a_list_of_several_organisations_is_found_by_each_of_their_countries(store: Store) -> None:
    assert select(store, "platforms", "中国").count == select(store, "platforms", "country=CN").count > 0


def test_kinds_without_such_fields_are_asked_nothing_more(store: Store) -> None:
    kind = store.kind("deals")
    sql, _values = where(parse("germany", kind), Asking(store.widen, store.ask))
    assert "organisations" not in sql
    assert "country_basis" not in sql


def csv(selection: Selection, columns: str) -> list[str]:
    text = b"".join(pieces(selection, Options("csv", columns), to_file=False)).decode()
    return text.splitlines()[1:]


def test_the_explanation_says_that_members_count() -> None:
    use("en")
    query = parse("country:EU,CN", kinds()["speakers"])
    assert explain(query) == "Speakers: country is European Union or one of its 27 members or China"
    assert explain(parse("country=EU", kinds()["speakers"])) == "Speakers: country is European Union"


@pytest.mark.parametrize("kind", ["speakers", "platforms", "deals", "organisations"])
def test_every_value_that_is_counted_is_what_the_filter_finds(store: Store, kind: str) -> None:
    every = select(store, kind, "")
    field = next(one for one in store.kind(kind).asked if "country" in (one.name, *one.shown.aliases))
    for value in facet_values(every, field).values:
        assert select(store, kind, value.term).count == value.count, value.term


def test_what_is_judged_is_marked(store: Store) -> None:
    use("en")
    lines = table(select(store, "speakers", "country:IT,DE"))
    assert [line.split()[-1] for line in lines[1:]] == ["Italy", "~Germany", "~Germany"]
    kind = store.kind("speakers")
    record = store.get("speakers", "tuv-rheinland")
    assert record is not None
    assert Line("Country", "Germany", judged=True) in detail(store, kind, record)


def test_a_kind_that_states_countries_has_no_others() -> None:
    assert [one.name for one in kinds()["deals"].asked if one.through] == []
    assert [one.name for one in kinds()["platforms"].asked if one.through] == ["country", "country_basis"]
    assert kinds()["platforms"].asked_by_name["country"].is_list


def test_all_columns_of_an_export_stay_those_that_are_stored(store: Store) -> None:
    everything = b"".join(pieces(select(store, "speakers", ""), Options("csv"), to_file=False)).decode()
    assert "country" not in everything.split("\n")[0].split(",")


@pytest.mark.parametrize("format_", ["csv", "json", "md", "xlsx", "parquet", "toml"])
def test_every_format_takes_the_column(store: Store, format_: str) -> None:
    options = Options(format_, "name,country,year")
    assert b"".join(pieces(select(store, "platforms", ""), options, to_file=False))

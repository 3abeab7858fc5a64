"""The shipped event as a Data Package: valid, joined by its keys, and adding up as the program itself says."""

import csv
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from arro3.io import read_csv
from cq_tui.kinds.deals import Deal
from cq_tui.store.store import Store

from tests.unit.publishing.made import dangling, described, extent, faults, loaded, published, resource, rows


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("package") / "发布 package", store)


def test_it_is_valid(folder: Path) -> None:
    assert faults(folder) == []
    assert dangling(folder) == []


SPOILT = (
    ("deals.csv", "investment,", "gift,", "constraint-error"),
    ("deals.csv", "200000000,", "much,", "type-error"),
    ("deal_parties.csv", "sms-group", "nobody", "foreign-key"),
    ("deal_parties.csv", "line,2,", "line,1,", "primary-key"),
    ("chain.csv", "nev-industry", "nev-industr", "foreign-key"),
    ("events.csv", "european-visit", "european_visit", "constraint-error"),
    ("speakers.csv", "person", "persons", "constraint-error"),
    ("sources.csv", "zh", "en", "hash-count"),
)
"""A table, what stands in it, what is put in its place, and the fault that it is."""


def test_what_is_changed_in_it_is_noticed(folder: Path, tmp_path: Path) -> None:
    """The description says enough for another program to find what is wrong."""
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    tree = described(copy)
    for table, old, new, fault in SPOILT:
        text = (copy / table).read_text("utf-8")
        assert old in text
        (copy / table).write_text(text.replace(old, new, 1), "utf-8")
        if fault != "hash-count":  # else the digest alone would tell
            (one,) = (one for one in tree["resources"] if one["path"] == table)
            one.pop("hash", None), one.pop("bytes", None)
    (copy / "datapackage.json").write_text(json.dumps(tree), "utf-8")
    found = {(table, type_) for table, type_, _message in faults(copy)}
    assert {(table, fault) for table, _old, _new, fault in SPOILT} <= found


def test_every_kind_and_every_list_has_its_table(folder: Path, store: Store) -> None:
    names = {one["name"] for one in described(folder)["resources"]}
    assert set(store.schema) < names
    assert {"deal_parties", "deal_countries", "deal_cites", "event_totals", "organisation_aliases"} < names
    files = {one["path"] for one in described(folder)["resources"]}
    assert {path.name for path in folder.iterdir()} == files | {"datapackage.json", "README.md"}


def test_rows_are_counted_and_sorted(folder: Path, store: Store) -> None:
    for one in described(folder)["resources"]:
        if one.get("type") == "table":
            found = rows(folder, one["name"])
            key = [tuple(int(row[name]) if name == "position" else row[name] for name in one["schema"]["primaryKey"])
                   for row in found]  # fmt: skip
            assert (len(found), key) == (one["rows"], sorted(set(key)))
    assert {kind: len(rows(folder, kind)) for kind in store.schema} == store.totals


def test_parties_stand_in_their_order(folder: Path) -> None:
    found = [tuple(row.values()) for row in rows(folder, "deal_parties") if row["deal"] == "aluminium-die-casting-line"]
    assert found == [
        ("aluminium-die-casting-line", "1", "southwest-aluminium", "investor"),
        ("aluminium-die-casting-line", "2", "sms-group", "technology-partner"),
    ]


def test_codes_have_their_labels_amounts_their_currency_numbers_their_unit(folder: Path) -> None:
    fields = {one["name"]: one for one in resource(folder, "deals")["schema"]["fields"]}
    assert {"value": "credit-line", "label": "credit line", "description": "授信"} in fields["instrument"]["categories"]
    assert [one["value"] for one in fields["stage"]["categories"]] == fields["stage"]["constraints"]["enum"]
    assert (fields["amount"]["type"], fields["amount"]["currencyField"]) == ("number", "currency")
    assert (fields["amount"]["boundField"], fields["amount"]["basisField"]) == ("amount_bound", "amount_basis")
    assert fields["date"]["precisionField"] == "date_precision"
    assert fields["share"]["unit"] == "%"
    assert resource(folder, "deals")["schema"]["missingValues"] == [""]


def _added_up(folder: Path, kind: str) -> list[tuple[Any, ...]]:
    """Sums by nothing but what the descriptor says."""
    rules = resource(folder, kind)["sums"]
    left_out = " OR ".join(f"coalesce(\"{one['field']}\" = '{one['value']}', false)" for one in rules["leaveOut"])
    apart = ", ".join(f'"{name}"' for name in rules["apart"])
    asked = f'SELECT {apart}, sum("{rules["amount"]}") FROM "{kind}" WHERE NOT ({left_out}) GROUP BY ALL'
    return [row for row in loaded(folder).execute(asked).fetchall() if row[-1] is not None]


def test_an_engine_adds_up_what_check_does(folder: Path, store: Store) -> None:
    totals: dict[tuple[str | None, str | None], Decimal] = {}
    for one in store.itemised:
        if one.amount is not None:
            key = (one.instrument, one.currency)
            totals[key] = totals.get(key, Decimal()) + one.amount
    assert totals
    assert {(row[0], row[1]): row[2] for row in _added_up(folder, "deals")} == totals


def test_stated_totals_stand_beside_what_is_itemised(folder: Path) -> None:
    engine = loaded(folder)
    asked = """
        SELECT t.category, t.count, t.amount, count(d.id), sum(d.amount)
        FROM event_totals t LEFT JOIN deals d ON d.event = t.event AND d.category = t.category
        WHERE t.category = 'finance' GROUP BY ALL
    """
    assert engine.execute(asked).fetchall() == [("finance", 3, Decimal(85_241_000_000), 2, Decimal(75_000_000_000))]


def test_an_engine_joins_parties_with_organisations_and_sums(folder: Path) -> None:
    asked = """
        SELECT o.name_en, p.role, d.amount FROM deal_parties p
        JOIN organisations o ON o.id = p.org JOIN deals d ON d.id = p.deal
        WHERE d.amount IS NOT NULL ORDER BY d.amount DESC, p.position
    """
    found = loaded(folder).execute(asked).fetchall()
    assert found[0] == ("China CITIC Bank", "lender", Decimal(75_000_000_000))
    assert ("SMS group", "technology-partner", Decimal(200_000_000)) in found


def test_a_second_reader_finds_the_same(folder: Path) -> None:
    table = read_csv(str(folder / "organisations.csv"), schema=_strings(folder, "organisations"), has_header=True)
    found = table.read_all()
    read = {name: [one or "" for one in found.column(name).to_pylist()] for name in found.column_names}
    assert read["id"] == [row["id"] for row in rows(folder, "organisations")]
    assert read["name_zh"] == [row["name_zh"] for row in rows(folder, "organisations")]


def _strings(folder: Path, name: str) -> Any:
    from arro3.core import DataType, Field, Schema

    return Schema([Field(column, DataType.utf8()) for column in rows(folder, name)[0]])


def test_passages_are_annotations_with_text_quote_selectors(folder: Path, store: Store) -> None:
    page = json.loads((folder / "annotations.json").read_text("utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    passages = {row["id"]: row for row in rows(folder, "passages")}
    assert len(page["items"]) == len(passages) == store.total("passages")
    for one in page["items"]:
        passage = passages[one["id"].partition("#")[2]]
        assert one["target"]["selector"] == {"type": "TextQuoteSelector", "exact": passage["anchor"]}
        assert len(passage["anchor"]) <= 16
        told = {body["language"]: body["value"] for body in one["body"]}
        assert told == {"zh": passage["words_zh"], "en": passage["words_en"]}
    assert resource(folder, "passages")["schema"]["fields"][1]["rdfType"] == "http://www.w3.org/ns/oa#exact"


def test_the_readme_tells_provenance_and_licence_in_both_languages(folder: Path, store: Store, tmp_path: Path) -> None:
    text = (folder / "README.md").read_text("utf-8")
    assert "ifeng Chongqing: report" in text
    assert "凤凰网重庆：欧洲制造企业重庆活动综合报道" in text
    assert "ifeng Chongqing (inferred)" in text, "the publisher is our judgement, and it says so"
    assert "凤凰网重庆（推断）" in text
    assert "No licence is stated." in text
    assert "没有说明许可协议。" in text
    assert "licenses" not in described(folder)
    stated = published(tmp_path / "stated", store, licence="CC-BY-4.0")
    assert "CC-BY-4.0" in (stated / "README.md").read_text("utf-8").replace("\\", "")
    assert described(stated)["licenses"] == [{"name": "CC-BY-4.0"}]
    address = "https://example.org/terms"
    assert described(published(tmp_path / "address", store, licence=address))["licenses"] == [{"path": address}]


def test_amounts_and_dates_are_plain(folder: Path, store: Store) -> None:
    amounts = [row["amount"] for row in rows(folder, "deals") if row["amount"]]
    records = [record for record in extent(store).records(store.kind("deals")) if isinstance(record, Deal)]
    assert sorted(map(Decimal, amounts)) == sorted(one.amount for one in records if one.amount is not None)
    assert "75000000000" in {amount.partition(".")[0] for amount in amounts}
    assert {row["date"] for row in rows(folder, "events")} >= {"2025-11-19"}


def test_the_lines_are_plain_csv(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf"), "a mark at the start would be a part of the first column's name"
        assert b"\r" not in data
        header, *lines = csv.reader(data.decode().splitlines(), strict=True)
        assert {len(line) for line in lines} <= {len(header)}

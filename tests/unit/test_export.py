"""What an export holds, in each format."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from cq_tui.export.export import Options, pieces
from cq_tui.schema.columns import ColumnError, columns
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds

Select = Callable[..., Selection]
KINDS = list(kinds())


def exported(selection: Selection, *, to_file: bool = False, **options: Any) -> bytes:
    return b"".join(pieces(selection, Options(**options), to_file=to_file))


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_columns_are_the_fields_and_texts_have_one_a_language(selection: Select) -> None:
    header = exported(selection()).decode().split("\n")[0].split(",")
    assert header[:4] == ["id", "title_zh", "title_en", "event"]
    assert header[-3:] == ["note_zh", "note_en", "cites"]
    assert "amount" in header
    assert header == [column.name for column in columns(kinds()["deals"])]


@pytest.mark.parametrize(
    ("text", "column", "cell"),
    [
        ("instrument:credit-line", "amount", "75000000000"),
        ("instrument:credit-line", "currency", "CNY"),
        ("instrument:credit-line", "category", "finance"),
        ("instrument:credit-line", "category_basis", "inferred"),
        ("instrument:credit-line", "countable", "true"),
        ("instrument:fund", "amount", ""),
        ("instrument:fund", "amount_basis", ""),
        ("instrument:fund", "currency", ""),
        ("instrument:investment", "countries", "CN; DE"),
        ("instrument:investment", "parties", "southwest-aluminium:investor; sms-group:technology-partner"),
        ("instrument:investment", "cites", "p20-aluminium; p19-categories"),
        ("instrument:order", "term_years", "3"),
        ("instrument:order", "category", ""),
        ("instrument:order", "category_basis", ""),
        ("instrument:order", "place_zh", "江津区"),
        ("instrument:order", "place_en", "Jiangjin District"),
    ],
)
def test_csv_cell_of_a_deal(selection: Select, text: str, column: str, cell: str) -> None:
    (row,) = table(exported(selection(text)))
    assert row[column] == cell


@pytest.mark.parametrize(
    ("kind", "text", "column", "cell"),
    [
        ("events", "has:date", "date", "2025-11-19"),
        ("events", "has:date", "organisers", "chongqing-economy-it-commission; citic-bank-chongqing"),
        ("opportunities", "count:161", "areas_zh", "“AI+”创新应用; 低空经济; 未来工厂; 智慧医疗"),
        ("figures", "year:2027", "value", "4000000000000"),
        ("chain", "tier:system", "members_named", "false"),
    ],
)
def test_csv_cell_of_another_kind(selection: Select, kind: str, text: str, column: str, cell: str) -> None:
    (row,) = table(exported(selection(text, kind)))
    assert row[column] == cell


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_line_a_record_and_no_ragged_one(selection: Select, kind: str) -> None:
    lines = list(csv.reader(io.StringIO(exported(selection("", kind)).decode(), newline="")))
    assert {len(line) for line in lines} == {len(columns(kinds()[kind]))}
    assert len(lines) == selection("", kind).count + 1


def test_no_rows_still_have_a_header(selection: Select) -> None:
    data = exported(selection("amount>9万亿"))
    assert data.count(b"\n") == 1
    assert data.startswith(b"id,title_zh,")


@pytest.mark.parametrize(("format_", "text"), [("json", '{"deals": [\n]}\n'), ("toml", "deals = []\n")])
def test_no_rows_are_an_empty_array(selection: Select, format_: str, text: str) -> None:
    assert exported(selection("amount>9万亿"), format=format_).decode() == text


@pytest.mark.parametrize(
    ("format_", "to_file", "encoding", "mark"),
    [
        ("csv", True, None, True),
        ("csv", False, None, False),
        ("csv", True, "utf-8", False),
        ("csv", False, "utf-8-sig", True),
        ("toml", True, None, False),
        ("json", True, None, False),
    ],
)
def test_only_csv_files_get_a_byte_order_mark(
    selection: Select, format_: str, to_file: bool, encoding: str | None, mark: bool
) -> None:
    data = exported(selection(), to_file=to_file, format=format_, encoding=encoding)
    assert data.startswith(b"\xef\xbb\xbf") is mark
    assert data.count(b"\xef\xbb\xbf") == int(mark)


def test_gb18030_holds_the_same_text(selection: Select) -> None:
    plain = exported(selection()).decode()
    assert exported(selection(), encoding="gb18030", to_file=True).decode("gb18030") == plain


def test_rows_come_in_the_order_asked_for(selection: Select) -> None:
    rows = table(exported(selection("has:amount sort:amount")))
    assert [row["amount"] for row in rows] == ["200000000", "2000000000", "75000000000"]


@pytest.mark.parametrize(
    ("names", "header"),
    [
        ("id", "id"),
        ("amount,id", "amount,id"),
        ("title", "title_zh,title_en"),
        ("title_en,id", "title_en,id"),
        (" id , amount ,", "id,amount"),
    ],
)
def test_chosen_columns_stand_in_the_order_asked_for(selection: Select, names: str, header: str) -> None:
    assert exported(selection(), columns=names).decode().split("\n")[0] == header


@pytest.mark.parametrize("format_", ["csv", "toml", "json"])
@pytest.mark.parametrize("names", ["price", "id,price", "", ",", "title_fr"])
def test_a_column_that_is_not_there_is_told_before_the_first_byte(selection: Select, format_: str, names: str) -> None:
    with pytest.raises(ColumnError):
        pieces(selection(), Options(format=format_, columns=names), to_file=False)


def test_a_missing_column_names_those_there_are(selection: Select) -> None:
    with pytest.raises(ColumnError, match=r"^Deals have no column price\. There are: id, title, event, "):
        pieces(selection(), Options(columns="price"), to_file=False)


@pytest.mark.parametrize("kind", KINDS)
def test_json_holds_every_record_with_every_field(selection: Select, kind: str) -> None:
    tree = json.loads(exported(selection("", kind), format="json"))
    assert list(tree) == [kind]
    assert len(tree[kind]) == selection("", kind).count
    assert {frozenset(record) for record in tree[kind]} == {frozenset(kinds()[kind].by_name)}


def test_json_numbers_are_numbers_and_what_is_not_stated_is_null(selection: Select) -> None:
    deals = {deal["id"]: deal for deal in json.loads(exported(selection(), format="json"))["deals"]}
    assert deals["nev-credit-line"]["amount"] == 75_000_000_000
    assert isinstance(deals["nev-credit-line"]["amount"], int)
    assert deals["specialised-innovative-fund"]["amount"] is None
    assert deals["parts-supply-order"]["category"] is None
    assert deals["parts-supply-order"]["category_basis"] is None
    assert deals["aluminium-die-casting-line"]["parties"][1] == {"org": "sms-group", "role": "technology-partner"}
    assert deals["aluminium-die-casting-line"]["title"]["zh"] == "西南铝集团压铸生产线"


def test_json_holds_only_the_columns_asked_for(selection: Select) -> None:
    tree = json.loads(exported(selection("instrument:fund"), format="json", columns="id,amount"))
    assert tree == {"deals": [{"id": "specialised-innovative-fund", "amount": None}]}

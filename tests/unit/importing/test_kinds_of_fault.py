"""Kinds of lists that once went wrong without a word, each from end to end, with made rows of its own."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from cq_tui.archive.read import read
from cq_tui.importing.errors import NotDecoded
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, hashes, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("name", "form", "values", "amounts", "currency"),
    [
        (
            "Value (EUR)",
            '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
            [1_250_000, 750],
            [1_250_000, 750],
            "EUR",
        ),
        ("Value (EUR)", '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', [1_250_000, 750], [1_250_000, 750], "EUR"),
        ("Value", '"US$"0.0"m"', [3.5, 12], [3_500_000, 12_000_000], "USD"),
        ("Value", '0.0" Mio. €"', [3.5, 12], [3_500_000, 12_000_000], "EUR"),
        ("Value", '#,##0.0" млн ₽"', [3.5, 12], [3_500_000, 12_000_000], "RUB"),
        ("Value", '"€"#,##0,"k"', [3_500_000, 12_000], [3_500_000, 12_000], "EUR"),
        ("Value (CNY)", '0!.0,"万"', [35_000, 120_000], [35_000, 120_000], "CNY"),
        ("Value", '#,##0.00"万元"', [350, 1_200], [3_500_000, 12_000_000], "CNY"),
        ("Value", "[$£-809]#,##0", [350, 1_200], [350, 1_200], "GBP"),
    ],
)
def test_a_workbook_s_amounts_are_what_it_shows(
    take: Take, tmp_path: Path, name: str, form: str, values: list[float], amounts: list[int], currency: str
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Project", "Type", name])
    for number, value in enumerate(values, 2):
        book.active.append([f"Mill {number}", "fund", value])
        book.active.cell(number, 3).number_format = form
    book.save(tmp_path / "list.xlsx")
    found = take(tmp_path / "list.xlsx")
    assert (found.questions, found.values("amount")) == ([], list(map(Decimal, amounts)))
    assert found.values("currency") == [currency] * len(values)


def test_words_in_place_of_amounts_cost_no_row_and_stay_as_written(take: Take, tmp_path: Path) -> None:
    words = ["数百万欧元", "未披露美元", "约定保密", "近千万", "undisclosed", "several million USD", "500万欧元"]
    rows = "".join(f"{number}号线,投资,{word}\n" for number, word in enumerate(words))
    found = take(sheet(tmp_path / "list.csv", f"项目名称,类型,融资金额\n{rows}"))
    assert found.counts.accepted == 7
    assert found.values("amount") == [None] * 6 + [5_000_000]
    assert found.values("amount_text")[0] == "数百万欧元"
    assert set(found.unread()) == {"数百万欧元", "近千万", "several million USD"}


@pytest.mark.parametrize("cells", [("NOR", "DNK", "ISL"), ("挪威", "丹麦", "冰岛"), ("Noruega", "Dänemark", "Islande")])
def test_countries_by_any_name(take: Take, tmp_path: Path, cells: tuple[str, ...]) -> None:
    rows = "".join(f"Mill {cell},fund,{cell}\n" for cell in cells)
    assert take(sheet(tmp_path / "list.csv", f"Project,Type,Country\n{rows}")).values("countries") == [
        ("NO",), ("DK",), ("IS",),
    ]  # fmt: skip


def test_where_no_row_is_accepted_it_is_an_error_and_nothing_is_written(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    before = hashes(archive)
    ran = bring(sheet(tmp_path / "list.csv", "Project,Type,Place\n,fund,Here\n,order,There\n"))
    assert ran.code == 1
    assert {path: mark for path, mark in hashes(archive).items() if "imports/" not in path} == before


def test_a_map_of_a_second_sheet_puts_it_beside_the_first(bring: Bring, archive: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Funds"
    orders = book.create_sheet("Orders")
    for page, names in ((book.active, ["Mill"]), (orders, ["Road", "Rail"])):
        page.append(["Project", "Type", "Value (USD)"])
        for name in names:
            page.append([name, "order", 200])
    book.save(tmp_path / "list.xlsx")
    assert bring(tmp_path / "list.xlsx", "--sheet", "Funds").code == 0
    map_ = sheet(tmp_path / "ORDERS.toml", 'kind = "deals"\nsheet = "Orders"\n[title]\ncolumn = "Project"\n'
                 '[event]\nconstant = "fair"\n[instrument]\ncolumn = "Type"\n[amount]\ncolumn = "Value (USD)"\n'
                 'currency = "USD"\n')  # fmt: skip
    assert bring(tmp_path / "list.xlsx", "--map", map_).code == 0
    found = [row["title_en"] for path in sorted(archive.glob("data/*/deals.csv")) for row in rows_of(path)]
    assert found == ["Mill", "Road", "Rail"]


@pytest.mark.parametrize("header", ["company name", "Exhibitor", "展商名称", "Aussteller", "Ragione sociale"])
def test_exhibitors_with_a_stand(take: Take, tmp_path: Path, header: str) -> None:
    text = f"{header},Stand\nAa Pumps AG,7.44\nBb Valves,7.46\nCc Wire,4\n"
    found = take(sheet(tmp_path / "list.csv", text), "organisations", "")
    assert [str(name) for name in found.values("name")] == ["Aa Pumps AG", "Bb Valves", "Cc Wire"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("First Name,Last Name,Job title,Company", "Cy,Dahl"),
        ("Vorname,Nachname,Position,Unternehmen", "Cy,Dahl"),
        ("Name,Title,Organization", "Cy Dahl"),
        ("姓名,职位,单位", "Cy Dahl"),
        ("Speaker,Post,Affiliation", "Cy Dahl"),
    ],
)
def test_speakers_with_posts_and_organisations(take: Take, tmp_path: Path, header: str, name: str) -> None:
    found = take(sheet(tmp_path / "list.csv", f"{header}\n{name},Director,Aa AG\n{name[::-1]},Rector,Bb\n"), "speakers")
    assert str(found.values("name")[0]) == "Cy Dahl"
    assert [str(posts[0]) for posts in found.values("posts")] == ["Director", "Rector"]
    assert found.values("organisation") == ["aa", "bb"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Příbram,Škoda ČKD,Česko"),
        ("cp1250", "Kielce,Świt Żagań,Polska"),
        ("cp949", "부산공장,한국기계,한국"),
        ("big5", "臺中廠,某電機公司,臺灣"),
        ("euc_jp", "横浜工場,某製作所,日本"),
    ],
)
def test_a_text_is_never_taken_for_another_without_a_word(
    bring: Bring, archive: Path, tmp_path: Path, encoding: str, text: str
) -> None:
    title = text.split(",")[0]
    rows = "".join(f"{text},fund\n".replace(title, f"{title}{number}") for number in range(3))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Investor,Place,Type\n{rows}", encoding))
    if ran.code:
        assert "--encoding" in ran.err
        return
    assert "It is read as" in ran.err
    (path,) = archive.glob("data/*/deals.csv")
    assert title in path.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        (["1.250.000", "350.000"], [1_250_000, 350_000]),
        (["1.250.000,50", "350.000"], [Decimal("1250000.5"), 350_000]),
        (["12,5", "1.250"], [Decimal("12.5"), 1_250]),
        (["12.5", "1,250"], [Decimal("12.5"), 1_250]),
    ],
)
def test_a_map_without_a_decimal_mark_learns_it(
    take: Take, tmp_path: Path, cells: list[str], amounts: list[int]
) -> None:
    rows = "".join(f"Mill {number};{cell}\n" for number, cell in enumerate(cells))
    found = take(
        sheet(tmp_path / "list.csv", f"Titel;Summe\n{rows}"),
        map_='[title]\ncolumn = "Titel"\n[event]\nconstant = "fair"\n[amount]\ncolumn = "Summe"\ncurrency = "EUR"\n',
    )
    assert found.values("amount") == amounts


def test_bytes_of_no_encoding_are_no_list(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Project,Type\nM\x81\x8d\x90ll,fund\nMine,fund\n")
    with pytest.raises(NotDecoded):
        take(path)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("捐贈者,交易日期,收入金額", ["105/01/15", "104/12/31"]),
        ("捐贈者,交易日期,收入金額", ["105.1.15", "104.12.31"]),
        ("捐贈者,交易日期,收入金額", ["民國105年1月15日", "民國104年12月31日"]),
        ("案件名称,契約日,金額", ["H28.1.15", "平成27年12月31日"]),
    ],
)
def test_days_of_other_calendars_are_read_in_lists_that_have_them(
    take: Take, tmp_path: Path, header: str, cells: list[str]
) -> None:
    rows = "".join(f"某公司{number},{cell},200000\n" for number, cell in enumerate(cells))
    column = header.split(",")
    given = f'[title]\ncolumn = "{column[0]}"\n[amount]\ncolumn = "{column[2]}"\ncurrency = "TWD"\n'
    found = take(sheet(tmp_path / "list.csv", f"{header}\n{rows}"), map_=f'{given}[date]\ncolumn = "{column[1]}"\n')
    assert [str(one) for one in found.values("date")] == ["2016-01-15", "2015-12-31"]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("oggetto,ID_CENTRO_COSTO,bando_IMPORTO_LOTTO", "bando_IMPORTO_LOTTO"),
        ("title,cost_id,tender.value", "tender.value"),
        ("título,id_costo,proceso_MONTO_TOTAL", "proceso_MONTO_TOTAL"),
    ],
)
def test_ids_are_no_amounts_and_a_prefix_hides_none(archive: Path, tmp_path: Path, header: str, column: str) -> None:
    ids = ("C2B2A0C1-E7D9-4F75-8ECD-A480C753E1F8", "A444C9DA-EDFD-4FBA-AD33-A224362E9A32")
    rows = "".join(f"Lavori {number},{one},{number}48000\n" for number, one in enumerate(ids, 1))
    prepared = prepare(Store(read(archive)), sheet(tmp_path / "l.csv", f"{header}\n{rows}"), kinds()["deals"], "fair")
    assert prepared.proposal.mapping.fields["amount"].columns == (column,)
    assert [one.field for one in prepared.proposal.questions] == ["amount"]

"""Lists of organisations with numbers of registers and websites; all of them are made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.cli import main

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

HEADER = "企业名称,统一社会信用代码,LEI,网址,注册号\n"
FIRST = "甲厂,91 500000 MADE0000 0w,,www.jia.example,9\n"


def kept(take: Take, path: Path, text: str) -> list[list[tuple[str, str]]]:
    taken = take(sheet(path, text), "organisations")
    assert taken.refusals == []
    return [[(str(key.scheme), key.id) for key in one] for one in taken.values("identifiers")]


@pytest.mark.parametrize(
    ("header", "cell", "scheme", "id_"),
    [
        ("统一社会信用代码", "91500000MADE00000W", "CN-USCC", "91500000MADE00000W"),
        ("USCC", "91500000made00000w", "CN-USCC", "91500000MADE00000W"),
        ("信用代码", "91500000MADE00000W", "CN-USCC", "91500000MADE00000W"),
        ("LEI code", "00EXAMPLE00000000062", "XI-LEI", "00EXAMPLE00000000062"),
        ("Companies House number", "1234567", "GB-COH", "01234567"),
        ("Registration number", "HRB 1", "OTHER", "HRB 1"),
        ("Company number", "17", "OTHER", "17"),
        ("注册号", "5001", "OTHER", "5001"),
        ("VAT No", "DE 100 000 008", "XI-VAT", "DE100000008"),
        ("Handelsregister", "Amtsgericht Stuttgart HRB 1", "DE-CR", "Stuttgart HRB 1"),
        ("SIREN", "100 000 009", "FR-SIREN", "100000009"),
        ("QID", "https://www.wikidata.org/wiki/Q42", "XI-WIKIDATA", "Q42"),
        ("identifiers", "XI-LEI:00EXAMPLE00000000062", "XI-LEI", "00EXAMPLE00000000062"),
        ("Identifier", "CN-USCC:91500000MADE00000W", "CN-USCC", "91500000MADE00000W"),
    ],
)
def test_headers_name_the_scheme(take: Take, tmp_path: Path, header: str, cell: str, scheme: str, id_: str) -> None:
    text = f"Company,{header},Country\nMade Works,{cell},DE\nOther Works,,FR\n"
    assert kept(take, tmp_path / "list.csv", text) == [[(scheme, id_)], []]


@pytest.mark.parametrize("header", ["网址", "官网", "Website", "Homepage", "Company website", "URL", "公司网址"])
def test_websites_are_read_as_browsers_read_them(take: Take, tmp_path: Path, header: str) -> None:
    text = f"Company,{header},Country\nA Works,www.a.example,DE\nB Works,https://b.example/x,FR\nC Works,-,FR\n"
    taken = take(sheet(tmp_path / "list.csv", text), "organisations")
    assert taken.values("website") == ["http://www.a.example", "https://b.example/x", None]


def test_several_columns_stand_in_one_list(take: Take, tmp_path: Path) -> None:
    assert kept(take, tmp_path / "list.csv", HEADER + FIRST + "乙厂,,00EXAMPLE00000000062,,9\n") == [
        [("CN-USCC", "91500000MADE00000W"), ("OTHER", "9")],
        [("XI-LEI", "00EXAMPLE00000000062"), ("OTHER", "9")],
    ]


def test_what_cannot_be_is_told_with_its_reason(take: Take, tmp_path: Path) -> None:
    rows = "乙厂,91500000MADE00000X,,,\n丙厂,91500000MADE00000W,00EXAMPLE00000000062,,\n丁厂,,,not a site,1\n"
    taken = take(sheet(tmp_path / "list.csv", HEADER + FIRST + rows), "organisations")
    assert taken.values("id") == ["jia-chang", "yi-chang", "bing-chang", "ding-chang"]
    assert [len(one) for one in taken.values("identifiers")] == [2, 0, 1, 1]
    assert taken.refusals == []
    assert [(one.row, str(one.reason)) for one in taken.remarks] == [
        (
            3,
            "has a wrong check digit for: Unified social credit code; one of its characters is not what the source has",
        ),
        (4, "is an identifier of row 2; no two organisations have the same"),
        (5, "is not an address: http:// or https:// and what follows, without blanks"),
    ]


def test_an_organisation_of_the_archive_is_not_taken_twice(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    sheet(first, HEADER + FIRST)
    sheet(second, HEADER + FIRST.replace("甲厂", "甲制造厂") + "戊厂,91500000MADEXMP00P,,,\n")
    assert bring(first, "--kind", "organisations").code == 0
    assert bring(first, "--kind", "organisations").code == 0
    assert bring(second, "--kind", "organisations").code == 0
    assert main(["check", str(archive)]) == 0
    (refused,) = rows_of(archive / "imports" / "fair-organisations-second" / "refused.csv")
    assert refused["reason"] == "has an identifier of jia-chang, which is in the archive already"
    (row,) = rows_of(archive / "data" / "fair-organisations-second" / "organisations.csv")
    assert row["identifiers"] == "CN-USCC:91500000MADEXMP00P"


@pytest.mark.parametrize(
    ("header", "rows", "kept_", "remarks"),
    [
        ("LEI", ["Aa,00EXAMPLE00000000062", "Bb,00EXAMPLE00000000062", "Cc,"], [1, 0, 0], {3: ["row 2"]}),
        (
            "LEI,SIREN", ["Aa,00EXAMPLE00000000062,", "Bb,,100000009", "Cc,00EXAMPLE00000000062,100 000 009"],
            [1, 1, 0], {4: ["row 2", "row 3"]},
        ),
        ("LEI,SIREN", ["Aa,,100000009", "Bb,00EXAMPLE00000000062,100000009", "Cc,,"], [1, 1, 0], {3: ["row 2"]}),
        ("Registration number", ["Aa,17", "Bb,17", "Cc,18"], [1, 1, 1], {}),
    ],
)  # fmt: skip
def test_an_identifier_of_an_earlier_row_is_left_to_it(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path, header: str, rows: list[str], kept_: list[int],
    remarks: dict[int, list[str]],
) -> None:  # fmt: skip
    path = sheet(
        tmp_path / "firms.csv",
        "\n".join([f"Company,Town,{header}", *(one.replace(",", ",Alderby,", 1) for one in rows), ""]),
    )
    ran = bring(path, "--kind", "organisations")
    assert ran.code == 0, ran.err
    assert "3 rows: 3 accepted" in ran.err
    written = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert [len([one for one in row["identifiers"].split("; ") if one]) for row in written] == kept_
    told = rows_of(found) if (found := next(archive.glob("imports/*firms*/remarks.csv"), None)) else []
    said = [(row, f"is an identifier of {one}; no two") for row, each in remarks.items() for one in each]
    assert [int(one["row"]) for one in told] == [row for row, _words in said]
    assert all(words in one["remark"] for one, (_row, words) in zip(told, said, strict=True))

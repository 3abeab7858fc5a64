"""What stands beside the name in a cell and is none: roles, contacts, streets, numbers; lists of programs. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, parted_by, split_names

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

_NAMES = tuple(f"{one} Engineering Works Ltd" for one in ("Aa", "Bb", "Cc", "Dd"))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("天使投资人张三", "张三"),
        ("知名投资人李四", "李四"),
        ("天使投资人俱乐部", "天使投资人俱乐部"),
        ("张三（天使投资人）", "张三"),
        ("angel investor David Muster", "David Muster"),
        ("Eva Muster (business angel)", "Eva Muster"),
        ("Angel David Muster", "Angel David Muster"),
        ("Angel Investor Network", "Angel Investor Network"),
        ("领投:甲资本;跟投:乙创投、丙基金", "甲资本|乙创投|丙基金"),
        ("领投方：甲资本 跟投方：乙创投", "甲资本|乙创投"),
        ("甲资本领投，乙创投跟投", "甲资本|乙创投"),
        ("由甲资本领投", "甲资本"),
        ("甲资本（领投）、乙创投", "甲资本|乙创投"),
        ("Lead: Aa Capital; Bb Ventures", "Aa Capital|Bb Ventures"),
        ("Led by Aa Capital", "Aa Capital"),
        ("Aa Capital (lead), Bb Ventures, Cc Partners", "Aa Capital|Bb Ventures|Cc Partners"),
        ("Bb Ventures, Aa Capital [Lead Investor]", "Bb Ventures|Aa Capital"),
        ("Auftragnehmer: Aa GmbH", "Aa GmbH"),
        ("Konsorcjum: Aa S.A. (lider), Bb Sp. z o.o.", "Aa S.A.|Bb Sp. z o.o."),
        ("Bietergemeinschaft: Aa GmbH (Konsortialführer)", "Aa GmbH"),
        ("供应商：甲公司", "甲公司"),
        ("Aa: Bb Verlag", "Aa: Bb Verlag"),
        ("Lead Ventures", "Lead Ventures"),
        ("Coordinator Software (Pty) Ltd", "Coordinator Software (Pty) Ltd"),
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(cell: str, names: str) -> None:
    assert split_names(cell) == names.split("|")


@pytest.mark.parametrize(
    ("cell", "names", "left"),
    [
        ("天使投资人张三, 甲资本", "张三|甲资本", "天使投资人张三"),
        ("Dune Capital, 天使投资人张三, DST", "Dune Capital|张三|DST", "天使投资人张三"),
        ("甲资本领投, Dune Capital", "甲资本|Dune Capital", "甲资本领投"),
        ("Bb Ventures, Lead investor: Aa Capital", "Bb Ventures|Aa Capital", "Lead investor: Aa Capital"),
        ("Bb Ventures, angel investor Eva Muster", "Bb Ventures|Eva Muster", "angel investor Eva Muster"),
    ],
)
def test_a_piece_is_read_alike_whatever_else_its_cell_holds(cell: str, names: str, left: str) -> None:
    found = parted_by(names_in(cell), ",")
    assert (found.names, found.left) == (tuple(names.split("|")), (left,))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Aa GmbH, z.Hd. Max Muster", "Aa GmbH"),
        ("Aa GmbH c/o Bb AG, Ringstr. 5", "Aa GmbH"),
        ("Aa Ltd (contact: Max Muster)", "Aa Ltd"),
        ("Aa Ltd, Tel. 030 12345", "Aa Ltd"),
        ("Aa Ltd, info@aa.example", "Aa Ltd"),
        ("Aa Ltd www.aa.example", "Aa Ltd"),
        ("Aa GmbH, Ringstraße 5", "Aa GmbH"),
        ("Aa GmbH\nMax Muster\nRingstraße 5\n10115 Bbstadt", "Aa GmbH"),
        ("Aa Ltd, 12 High Street, Bb", "Aa Ltd"),
        ("Aa SARL, 5 rue de la Paix, 75002 Bb", "Aa SARL"),
        ("Aa S.r.l., Via Roma 5", "Aa S.r.l."),
        ("Aa sp. z o.o., ul. Długa 5, 00-001 Bb", "Aa sp. z o.o."),
        ("甲公司（联系人：张三）", "甲公司"),
        ("甲公司，地址：中山路12号", "甲公司"),
        ("Aa GmbH, HRB 12345", "Aa GmbH"),
        ("Aa GmbH, Tel. 030 12345, Bb AG", "Aa GmbH, Tel. 030 12345, Bb AG"),
        ("Street One GmbH, Bb AG", "Street One GmbH|Bb AG"),
        ("Via Aa SpA", "Via Aa SpA"),
        ("Aa S.p.A.", "Aa S.p.A."),
        ("FAO Bb", "FAO Bb"),
        ("Attention Aa Ltd", "Attention Aa Ltd"),
        ("Aa Tel Ltd", "Aa Tel Ltd"),
        ("Aa (1, rue Bb) SA", "Aa (1, rue Bb) SA"),
        ("www.aa.example", "www.aa.example"),
    ],
)
def test_where_somebody_is_and_who_is_asked_is_no_part_of_the_name(cell: str, names: str) -> None:
    assert split_names(cell) == names.split("|")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("[Aa, Bb]", "Aa|Bb"),
        ("[('Aa', 'lead'), ('Bb', 5)]", "Aa|Bb"),
        ("[['Aa', 'Bb'], ['Cc']]", "Aa|Bb|Cc"),
        ('[{"name": "Aa Ltd", "id": 5}, {"name": "Bb"}]', "Aa Ltd|Bb"),
        ("{'name': 'Aa Ltd'}", "Aa Ltd"),
        ("[Aa] Bb Ltd", "[Aa] Bb Ltd"),
        ("[Aa", "[Aa"),
        ("{broken", "{broken"),
    ],
)
def test_lists_as_programs_write_them(cell: str, names: str) -> None:
    assert split_names(cell) == names.split("|")


def test_what_is_left_off_is_told(bring: Callable[..., Ran], archive: Path, tmp_path: Path) -> None:
    cells = ("Aa GmbH, Ringstraße 5", "Lead: Bb Ltd", "Association Cc, 35031 DD Cedex", "Startup:Eelearning")
    rows = "".join(f'Mill {at},"{cell}"\n' for at, cell in enumerate(cells))
    path = sheet(tmp_path / "a.csv", f"Title,Supplier\n{rows}")
    said = bring(path, "--dry-run").err
    assert "roles, contacts, streets and towns beside names are left off: 3, such as" in said
    assert "To keep one as it is: --set 'organisations.Aa GmbH, Ringstraße 5='" in said
    told = json.loads(bring(path, "--dry-run", "--json").out)["organisations"]
    assert told["left_off"] == list(cells[:3])
    kept = (f"organisations.{cells[0]}=", f"organisations.{cells[2]}=")
    bring(path, *(one for setting in kept for one in ("--set", setting)))
    names = [one["name_en"] for one in rows_of(archive / "data/fair-deals-a/organisations.csv")]
    assert names == [cells[0], "Bb Ltd", cells[2], cells[3]]


def test_numbers_in_front_of_nearly_all_names_go_to_them(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Mill {n},{n}234567 {name}\n" for n, name in enumerate(_NAMES, 1))
    found = take(sheet(tmp_path / "a.csv", f"Title,Supplier\n{rows}"))
    assert [one.org for each in found.values("parties") for one in each] == [
        "aa-engineering-works", "bb-engineering-works", "cc-engineering-works", "dd-engineering-works"
    ]  # fmt: skip


def test_a_person_is_one_in_all_cells_of_a_column(bring: Callable[..., Ran], tmp_path: Path) -> None:
    rows = (
        '甲科技,2021-01-01,500,"天使投资人李明 , 海风资本 , "\n'
        '乙网络,2021-02-01,501,"海风资本 , 天使投资人李明 , Dune Capital , "\n'
        '丙数据,2021-03-01,502,"天使投资人李明 , 石桥基金 , "\n'
        '己材料,2021-06-01,505,"Dune Capital , 天使投资人李明 , DST , "\n'
    )
    path = sheet(tmp_path / "a.csv", "公司,日期,金额(万元),投资方\n" + rows)
    settings = ("parties.partner=公司", "parties.investor=投资方", "parties.separator.investor=,")
    told = bring(path, "--dry-run", *(one for setting in settings for one in ("--set", setting))).err
    assert "李明 4, 海风资本 2" in told
    assert 'roles, contacts, streets and towns beside names are left off: 1, such as "天使投资人李明"' in told

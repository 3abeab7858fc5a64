"""No row is refused for the lack of a title that another column has; empty columns and ids are no fields."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.columns.id_headers import says_id
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


def _proposal(archive: Path, path: Path) -> Proposal:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair").proposal


def test_rows_without_a_title_are_called_by_another_text(take: Take, archive: Path, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.csv",
        "公司名称,工商名称,融资金额\n小甲,小甲科技,200万人民币\nSpotty,,55万美元\n小乙,小乙科技,5亿人民币\n",
    )
    assert [str(one) for one in take(path).values("title")] == ["小甲科技", "Spotty", "小乙科技"]
    assert "1 of 3 rows have no 工商名称; they are called by 公司名称" in _proposal(archive, path).why("title")


def test_the_only_column_offered_takes_others_where_it_is_empty(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = '{"price":5,"note":"own means"},{"price":4,"purpose":"phone"},{"price":3,"purpose":"wire","note":"x"}'
    ran = bring(
        sheet(tmp_path / "list.json", f"[{rows}]"), "--set", "amount.currency=JPY", "--set", "title.column=purpose"
    )
    assert ran.code == 0, ran.err
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    found = rows_of(next(archive.glob("data/*/deals.csv")))
    assert [row["title_en"] for row in found] == ["own means", "phone", "wire"]
    text = next(archive.glob("imports/*/MAP.toml")).read_text("utf-8")
    assert 'column = "purpose"\ninstead = "note"\n' in text


def test_a_map_that_names_a_title_alone_refuses_no_row_either(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Goal,Body,Amount (EUR)\nRoof,Aa Ltd,5\n,Bb Ltd,6\n")
    found = take(path, map_='[title]\ncolumn = "Goal"\n[amount]\ncolumn = "Amount (EUR)"\n')
    assert [str(one) for one in found.values("title")] == ["Roof", "Bb Ltd"]


def test_another_text_that_is_named_is_taken(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Goal,Body,Place\nRoof,Aa Ltd,x\n,Bb Ltd,Graz\n")
    found = take(path, map_='[title]\ncolumn = "Goal"\ninstead = ["Place", "Body"]\n')
    assert [str(one) for one in found.values("title")] == ["Roof", "Graz"]


def test_a_row_with_nothing_to_be_called_by_is_refused(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Amount (EUR),Year\nRoof,5,2020\n,6,2021\n"))
    assert found.reasons() == {3: "is missing; every deal needs it"}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Recipient,Title,Project ID,Amount (EUR)\nEgypt,School,,5\nKenya,Well,,6\n", []),
        ("Recipient,Title,Project ID,Amount (EUR)\nEgypt,School,a-1,5\nKenya,Well,,6\n", []),
        ("Recipient,Title,Project ID,Amount (EUR)\nEgypt,School,a-1,5\nKenya,Well,a-2,6\n", ["id"]),
        ("Title,Umbrella,Flow Type,Amount (EUR)\nSchool,,,5\nWell,,,6\n", []),
    ],
)
def test_a_column_without_cells_is_no_field(
    take: Take, archive: Path, tmp_path: Path, text: str, taken: list[str]
) -> None:
    path = sheet(tmp_path / "list.csv", text)
    fields = _proposal(archive, path).mapping.fields.keys()
    assert sorted({"id", "umbrella", "instrument"} & fields) == taken
    assert take(path).counts.accepted == 2


def test_ids_are_no_parties_and_no_part_of_a_title(archive: Path, tmp_path: Path) -> None:
    rows = "Toul;2,43E+13;A SA;7,17E+13;1.5\nToul;2,43E+13;B SA;8,30E+13;2.5\n"
    path = sheet(
        tmp_path / "list.csv", f"nomAttribuant;idAttribuant;nomBeneficiaire;idBeneficiaire;montant (EUR)\n{rows}"
    )
    found = _proposal(archive, path)
    assert found.mapping.fields["parties"] == FieldMap(
        roles={"funder": ("nomAttribuant",), "recipient": ("nomBeneficiaire",)}
    )
    assert found.mapping.fields["title"].columns == ("nomAttribuant", "nomBeneficiaire")
    assert "ids or statuses" in str(found.set_aside["idBeneficiaire"])


def test_a_status_is_no_party(archive: Path, tmp_path: Path) -> None:
    rows = "Obra 1,Aa SA,Habilitado\nObra 2,Bb SA,Habilitado\n"
    found = _proposal(archive, sheet(tmp_path / "list.csv", f"TITULO,PROVEEDOR,ESTATUS_EMPRESA\n{rows}"))
    assert "ESTATUS_EMPRESA" not in found.mapping.fields["parties"].columns


def test_names_under_a_word_for_codes_are_names(archive: Path, tmp_path: Path) -> None:
    rows = "Roof,Aa Works Ltd\nRoad,Bb Mills Ltd\n"
    found = _proposal(archive, sheet(tmp_path / "list.csv", f"Project,Partner No\n{rows}"))
    told = found.set_aside.get("Partner No", "")
    assert "ids or statuses" not in str(told)


@pytest.mark.parametrize(
    ("header", "is_id"),
    [
        ("idBeneficiaire", True), ("supplier_code", True), ("ESTATUS_EMPRESA", True), ("供应商编号", True),
        ("Beneficiary No.", True), ("Identity of buyer", False), ("nomBeneficiaire", False), ("Idaho Fund", False),
        ("Notary", False), ("供应商", False),
    ],
)  # fmt: skip
def test_headers_that_say_id(header: str, *, is_id: bool) -> None:
    assert says_id(header) is is_id


def test_amounts_in_rows_that_the_other_column_leaves_empty_are_a_question(look: Bring, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.csv", "title,amount,special_amount,total\nRoof,1200,,1200\nSchool,,560,560\nRoad,300,200,500\n"
    )
    asked = look(path)
    assert "? amount: More than one column could be Amount: amount, special_amount, total." in asked.err
    assert "    --set amount.column=amount  # 1200, 300; sum 1,500\n" in asked.err
    assert "    --set amount.column=total  # 1200, 560, 500; sum 2,260\n" in asked.err


def test_a_less_sure_column_that_adds_no_row_is_no_question(take: Take, tmp_path: Path) -> None:
    text = "title,amount,special_amount,Currency\nRoof,1200,100,EUR\nSchool,50,,EUR\nRoad,300,200,EUR\n"
    assert [int(one) for one in take(sheet(tmp_path / "list.csv", text)).values("amount")] == [1200, 50, 300]

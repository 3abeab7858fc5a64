"""What fills the place of a name: known words, and names that look so and come often. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import names_in, split_names
from cq_tui.values.nothing import is_nothing

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "cell",
    "NotFound|not found|not_found|Nah|nah|N.N.|N. N.|tbd|-|---|…|待定|未知|（盖章）|(公章)|（签字或盖章）"
    "|盖章|单位公章|[seal]|nan|undefined|XXXX|待补充|待核实|详见公告|\\N|#NAME?|nicht gefunden|no encontrado|non trouvé"
    "|未找到|不适用|Unassigned|流标|同上|民宅"
    "|暂未收录|暂未公开|未收录|暂无收录|尚未公布|未公示|未登记|暂无披露|尚未披露|暫未收錄|投资方暂未披露"
    "|not listed|not yet known"
    "|Not yet announced|not published|noch nicht bekannt|Noch offen|nicht gelistet|non communiqué|pas encore connu"
    "|à confirmer|por confirmar|a confirmar|da confermare|nog niet bekend|zatím neznámý|уточняется|未公表".split("|"),
)
def test_it_names_nobody(cell: str) -> None:
    assert split_names(cell) == []
    assert split_names(f"Aa Werke GmbH; {cell}") == ["Aa Werke GmbH"]


@pytest.mark.parametrize(
    "cell",
    [
        "尚未来科技有限公司",
        "Not Listed Ltd",
        "Notfound Ltd",
        "Nahkauf",
        "NN Group",
        "X",
        "Test AG",
        "N.N. Works",
        "印章有限公司",
        "(Aa) Bb",
    ],
)
def test_a_name_may_look_so(cell: str) -> None:
    assert split_names(cell) == [cell]


def test_not_found_is_nothing_in_any_column() -> None:
    assert all(map(is_nothing, ("NotFound", "not found", "待核实", "#DIV/0!")))
    assert all(map(is_nothing, ("暂未收录", "尚未公布", "not yet announced", "noch nicht bekannt", "por confirmar")))
    assert not any(map(is_nothing, ("Nah", "Found", "Notfound Ltd")))


@pytest.mark.parametrize("state", ["not listed", "未登记", "noch offen", "not yet published"])
def test_what_may_be_a_state_of_something_stays_in_other_columns(state: str) -> None:
    assert not is_nothing(state)


def test_a_company_that_is_not_recorded_yet_is_none(bring: Bring, tmp_path: Path) -> None:
    rows = "甲小林,甲丰科技有限公司,董事长\n乙大海,暂未收录,CEO\n丙中和,暂未收录,创始人\n丁一,丁元网络有限公司,总经理\n"
    path = sheet(tmp_path / "founders.csv", f"name,company_name,position\n{rows}")
    told = bring(path, "--kind", "speakers", "--dry-run").err
    assert "4 rows: 4 accepted" in told
    assert "暂未收录 2" not in told
    assert "Organisations: 0 known, 2 new" in told


@pytest.mark.parametrize("cell", [",", ", ,", "，，", " , , , "])
def test_commas_alone_name_nobody(cell: str) -> None:
    found = names_in(cell)
    assert (found.names, found.numbers) == ((), ())


def test_a_comma_before_names_is_no_part_of_them() -> None:
    assert split_names(", Bb Fund Ltd") == ["Bb Fund Ltd"]


def test_a_seal_behind_a_name_is_left_off() -> None:
    assert names_in("某某有限公司（盖章）").names == ("某某有限公司",)
    assert names_in("某某有限公司（盖章）").left == ("某某有限公司（盖章）",)


def _list(path: Path, fillers: dict[int, str], amounts: dict[int, str]) -> Path:
    rows = "".join(
        f"Work {at},{fillers.get(at, f'Brindle {at} GmbH')},{amounts.get(at, f'{at}000.50')},2025-03-{at:02}\n"
        for at in range(1, 21)
    )
    return sheet(path / "list.csv", f"Title,Supplier,Amount (EUR),Date\n{rows}")


_OFTEN = dict.fromkeys((3, 5, 8, 9), "Zonk")


@pytest.mark.parametrize(
    ("fillers", "amounts", "said"),
    [
        (_OFTEN, {}, '"Zonk", in 4 of 20 rows, is one word among names that say what they are: is it a name?'),
        ({3: "Zonk", 5: "Zonk"}, {7: "Zonk"}, '"Zonk", in 2 of 20 rows, stands in other columns, too, such as '
         '"Amount (EUR)": is it a name?'),
        ({3: "(Zonk)"}, {}, 'Supplier: "(Zonk)", in 1 of 20 rows, stands in brackets alone: is it a name?'),
    ],
)  # fmt: skip
def test_what_looks_like_no_name_is_told_with_what_leaves_it_out(
    bring: Bring, archive: Path, tmp_path: Path, fillers: dict[int, str], amounts: dict[int, str], said: str
) -> None:
    path = _list(tmp_path, fillers, amounts)
    told = bring(path, "--dry-run").err
    (line,) = [one for one in told.splitlines() if said in one]
    setting = line.partition("--set ")[2].removesuffix(" leaves it out").strip("'")
    assert line.startswith("! Parties: ")
    assert setting == f"organisations.{fillers[3]}=-"
    ran = bring(path, "--set", setting)
    assert ran.code == 0, ran.err
    assert "is it a name?" not in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [at for at, one in enumerate(deals, 1) if not one["parties"]] == list(fillers)
    assert f'names nobody, which states none: "{fillers[3]}"' in ran.err.replace(
        "cells name nobody", "cell names nobody"
    )


@pytest.mark.parametrize("fillers", [dict.fromkeys((3, 5), "Zonk"), dict.fromkeys((3, 5, 8, 9), "ZONK"),
                                     dict.fromkeys((3, 5, 8, 9), "Zonk Works GmbH"), {}])  # fmt: skip
def test_other_names_are_no_such_ones(bring: Bring, tmp_path: Path, fillers: dict[int, str]) -> None:
    assert "is it a name?" not in bring(_list(tmp_path, fillers, {}), "--dry-run").err


def test_a_name_beside_others_is_left_out_as_well(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, {4: "Zonk; Aa Werke AG", 5: "ZONK"}, {})
    ran = bring(path, "--set", "organisations.Zonk=-")
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [one["parties"] for one in deals[3:5]] == ["aa-werke:supplier", ""]

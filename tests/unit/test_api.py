"""The interface for scripts and notebooks, and that its page says what it does."""

import gc
import re
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.api import Archive, FilterError, ProblemsError, open_archive

from tests.unit.conftest import Ids
from tests.unit.made import DEAL, EVENT, write_archive

PAGE = Path(__file__).parents[2] / "docs" / "python.md"
_TOLD = re.compile(r"(?P<said>\S.*?)  # (?P<what>.+)")


@pytest.fixture(scope="module")
def opened() -> Archive:
    return open_archive()


def test_the_page_s_examples_give_what_stands_behind_them(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    told = 0
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        exec(block, names)
        printed = capsys.readouterr().out.splitlines()
        lines = block.splitlines()
        assert [line[2:] for line in lines if line.startswith("# ")] == printed
        for line in lines:
            if (found := _TOLD.fullmatch(line)) and "=" not in found["said"] and not line.startswith("from"):
                what = found["what"].partition(" -- ")[0]
                assert repr(eval(found["said"], names)) == what
                told += 1
    assert told >= 5


@pytest.mark.parametrize("text", ["", "amount>=10亿", "xnl", "country:DE", "-stage:planned sort:title"])
def test_it_selects_what_the_filter_selects(opened: Archive, select: Ids, text: str) -> None:
    found = opened.select("deals", text)
    assert [one.id for one in found] == select(text)
    assert [one.id for one in found[:]] == select(text)
    assert len(found) == len(select(text))


def test_rows_are_those_of_a_sequence(opened: Archive) -> None:
    deals = opened.select("deals", sort="amount-desc")
    assert deals[0].id == "nev-credit-line"
    assert deals[-1].id == deals[3].id
    for row in (4, -5):
        with pytest.raises(IndexError):
            deals[row]
    assert list(opened.select("deals", "id=nothing")) == []


def test_sums_are_the_list_s(opened: Archive) -> None:
    sums = opened.select("deals", "category:finance").sums
    assert sums is not None
    assert [(one.apart, one.currency, one.amount) for one in sums.by_kind] == [
        ("credit-line", "CNY", Decimal(75 * 10**9))
    ]
    assert opened.select("speakers").sums is None


def test_a_relation_holds_though_nobody_holds_its_records(opened: Archive) -> None:
    table = opened.select("deals", "amount>=10亿", sort="amount").relation()
    gc.collect()
    assert table.select("id").fetchall() == [("parts-supply-order",), ("nev-credit-line",)]
    assert table.aggregate("sum(amount)").fetchall() == [(Decimal(77 * 10**9),)]
    assert table.columns[:2] == ["id", "title"]


def test_a_relation_is_taken_through_the_c_interface_of_arrow(opened: Archive) -> None:
    arro3 = pytest.importorskip("arro3.core")
    table = arro3.Table.from_arrow(opened.select("speakers").relation())
    assert table.num_rows == 13
    assert "name" in table.column_names


def test_no_file_can_be_reached_through_a_relation(opened: Archive) -> None:
    with pytest.raises(Exception, match=r"disabled|Permission|denied"):
        opened.select("deals").relation().query("deals", "SELECT * FROM read_text('/etc/hostname')").fetchall()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("deal",), "no kind deal"),
        (("deals", "stge:signed"), "stge"),
        (("deals", "", "sizee"), "sizee"),
    ],
)
def test_what_is_not_understood_is_one_exception(opened: Archive, asked: tuple[str, ...], said: str) -> None:
    with pytest.raises(FilterError, match=said):
        opened.select(*asked)


def test_an_archive_with_problems_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError, match="sined") as raised:
        open_archive(write_archive(tmp_path, events=EVENT, deals=DEAL + 'stage = "sined"\n'))
    assert len(raised.value.problems) == 1


def test_a_record_by_its_id_and_the_schema(opened: Archive) -> None:
    deal = opened.get("deals", "nev-credit-line")
    assert deal is not None
    assert deal.model_dump()["amount"] == Decimal(75 * 10**9)
    assert opened.get("deals", "nothing") is None
    assert "amount" in opened.schema["deals"].by_name

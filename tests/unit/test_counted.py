"""A code of an archive's own may say that no sum counts the records that have it; nothing here is real."""

from pathlib import Path

from cq_tui.language import use
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums_in_memory import sums_in_memory
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer
from cq_tui.store.views.summary import tabs
from cq_tui.widgets.views.overview import overview

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

STAGES = """[codes.stage]
pledged = "承诺"
suspended = "停滞"
cancelled = "取消"
signed = { zh = "签约", en = "signed" }
lapsed = { zh = "失效", en = "lapsed", counted = false }
"""
STATUS = """[codes.status]
open = "open"
void = { zh = "作废", en = "void", counted = false }
[kinds.grants]
label = { zh = "补助", en = "Grants" }
[fields.grants.sum]
label = { zh = "金额", en = "Sum" }
type = "money"
currency = "EUR"
[fields.grants.status]
label = { zh = "状态", en = "Status" }
type = "code"
codes = "status"
"""
DEALS = "".join(
    f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "{id_}" }}\nevent = "fair"\ninstrument = "fund"\n'
    f'amount = {amount}\ncurrency = "EUR"\nstage = "{stage}"\n'
    for id_, amount, stage in (("a", 5, "lapsed"), ("b", 7, "signed"), ("c", 9, "cancelled"))
)
GRANTS = "".join(
    f'[[grants]]\nid = "{id_}"\nname = {{ en = "{id_}" }}\nsum = {amount}\nstatus = "{status}"\n'
    for id_, amount, status in (("a", 5, "open"), ("b", 3, "void"))
)


def made(root: Path) -> Store:
    write_archive(root, schema=STAGES + STATUS, events=EVENT, deals=DEALS, grants=GRANTS)
    opened = open_archive(root)
    assert [str(one) for one in opened.problems] == []
    use("en")
    return opened.store


def test_a_stage_of_the_archives_own_is_left_out_and_told(tmp_path: Path, run: Run) -> None:
    store = made(tmp_path)
    deals = Selection(store, parse("", store.kind("deals")))
    said = "fund EUR 7  left out: 1 取消 (fund EUR 9)  left out: 1 lapsed (fund EUR 5)"
    assert footer(deals) == f"3 of 3  {said}"
    assert "left out: 1 lapsed (fund EUR 5)" in run("export", "deals", "--archive", tmp_path, "--sums").err
    assert [one.amount for one in store.itemised] == [7]
    assert {one.words: one.sums for one in facet_values(deals, store.kind("deals").by_name["stage"]).values} == {
        "lapsed": (),
        "signed": ("fund EUR 7",),
        "取消": (),
    }


def test_so_is_a_status_of_an_own_kind(tmp_path: Path) -> None:
    store = made(tmp_path)
    assert (
        footer(Selection(store, parse("", store.kind("grants")))) == "2 of 2  sum EUR 5  left out: 1 void (sum EUR 3)"
    )


def test_the_overview_adds_up_own_kinds_as_their_lists_do(tmp_path: Path) -> None:
    store = made(tmp_path)
    lines = ["".join(text for text, _ink in row.pieces) for row in overview(store, None, 80)]
    assert any(line.split() == "Grants 2 records sum EUR 5 left out: 1 void (sum EUR 3)".split() for line in lines)
    told = [line.split() for line in lines]
    assert ["EUR", "7", "fund", "b"] in told
    assert ["EUR", "5", "fund", "(lapsed)", "a"] in told
    assert ["EUR", "9", "fund", "(取消)", "c"] in told
    for kind in (store.kind("grants"), store.kind("deals")):
        assert kind.money is not None
        added = sums_in_memory(kind, kind.money, store.archive.records(kind.name))
        assert added == Selection(store, parse("", kind)).sums


def test_no_tab_is_left_for_what_an_archive_of_own_kinds_has_nothing_of(tmp_path: Path) -> None:
    assert [kind.name for kind in tabs(made(tmp_path / "both"))] == ["deals", "grants"]
    write_archive(tmp_path / "new", schema=STAGES + STATUS, events=EVENT)
    assert "speakers" in [kind.name for kind in tabs(open_archive(tmp_path / "new").store)]
    write_archive(tmp_path / "plain", events=EVENT, deals=DEALS.replace("lapsed", "signed"))
    assert "speakers" in [kind.name for kind in tabs(open_archive(tmp_path / "plain").store)]


def test_a_kind_that_is_declared_later_gets_its_file(tmp_path: Path, run: Run) -> None:
    assert run("new", tmp_path / "fair").code == 0
    write_archive(tmp_path / "fair", schema=STATUS)
    assert "grants" not in (tmp_path / "fair" / "schema.json").read_text("utf-8")
    added = run("new", tmp_path / "fair", "--kind", "grants")
    assert added.code == 0
    assert "data/grants.toml is to be filled in; then run cq-tui check" in added.err
    assert "[[grants]]" in (tmp_path / "fair" / "data" / "grants.toml").read_text("utf-8")
    assert "grants" in (tmp_path / "fair" / "schema.json").read_text("utf-8")
    assert run("check", tmp_path / "fair").code == 0
    again = run("new", tmp_path / "fair", "--kind", "grants")
    assert (again.code, again.err.strip().endswith("data/grants.toml is there already.")) == (1, True)
    assert run("new", tmp_path / "fair", "--kind", "grant").code == 2
    assert run("new", tmp_path / "none", "--kind", "grants").code == 2

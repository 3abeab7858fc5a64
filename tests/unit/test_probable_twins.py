"""Finding deals that are told twice, in made lists with planted twins and near twins; nothing in them is real."""

from pathlib import Path

import pytest
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.twins import blocks
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.twins.tellings import tellings
from cq_tui.store.twins.weighing import Likely
from cq_tui.store.twins.words import folded, name_of, numbers, runs, words

from tests.bench.made_twins import made_twins


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_planted_twins_are_found_and_what_is_sure_is_right(tmp_path: Path, seed: int) -> None:
    made = made_twins(tmp_path / "made", 2500, seed)
    opened = open_archive(made.root)
    assert not opened.problems
    found = probable_twins(opened.store)
    hits = made.twins & {one.deals for one in found}
    assert len(hits) >= 0.95 * len(made.twins)
    sure = {one.deals for one in found if one.likely is Likely.SURE}
    assert len(sure - made.twins) <= 0.01 * len(sure)
    assert len(sure) >= 0.4 * len(made.twins), "else nothing is sure"
    assert len(found) <= 4 * len(made.twins), "else nobody looks through them"


def test_the_surest_come_first_each_pair_once(tmp_path: Path) -> None:
    made = made_twins(tmp_path / "made", 1500, 5)
    found = probable_twins(open_archive(made.root).store)
    order = list(Likely)
    assert [order.index(one.likely) for one in found] == sorted(order.index(one.likely) for one in found)
    assert len({one.deals for one in found}) == len(found)


def _archive(root: Path, deals: str, orgs: str = "") -> Path:
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text('[[events]]\nid = "e"\nname = { en = "Made" }\n')
    (root / "data" / "deals.csv").write_text(deals, "utf-8")
    if orgs:
        (root / "data" / "organisations.csv").write_text(orgs, "utf-8")
    return root


def test_a_block_of_thousands_makes_few_pairs(tmp_path: Path) -> None:
    rows = "".join(f"d{n},同一标题项目,e,100000000,CNY,bank:partner,2024-05-01\n" for n in range(10_000))
    header = "id,title_zh,event,amount,currency,parties,date\n"
    root = _archive(tmp_path / "a", header + rows, "id,name_zh\nbank,虚构银行\n")
    store = open_archive(root).store
    pairs = blocks.candidates(store, tellings(store), Cancellation())
    assert 0 < len(pairs) < 50_000


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        ("華創重慶動力電池項目,500000000,2024-05-03", Likely.SURE),
        ("【华创重庆】动力电池 项目,500000000,2024-05-03", Likely.SURE),
        ("华创重庆动力电池项目二期,500000000,2024-05-03", None),
        ("华创重庆动力电池项目,500000000,2025-12-03", None),
        ("华创重庆动力电池项目,900000000,2024-05-03", None),
        ("华创重庆光伏组件项目,500000000,2024-05-03", None),
    ],
)
def test_what_speaks_against_it_is_never_sure(tmp_path: Path, other: str, likely: Likely | None) -> None:
    title, amount, day = other.split(",")
    header = "id,title_zh,event,amount,currency,parties,date\n"
    mine = "a,华创重庆动力电池项目,e,500000000,CNY,hc:partner,2024-05-01\n"
    theirs = f"b,{title},e,{amount},CNY,hc2:partner,{day}\n"
    root = _archive(tmp_path / "a", header + mine + theirs, "id,name_zh\nhc,重庆华创能源有限公司\nhc2,华创能源\n")
    found = probable_twins(open_archive(root).store)
    assert [one.deals for one in found] in ([("a", "b")], [])
    assert (found[0].likely is Likely.SURE) == (likely is Likely.SURE) if found else likely is None


def test_words_of_both_scripts() -> None:
    assert folded(["重慶ＡＢＣ項目", "Two\nlines"]) == ["重庆abc项目", "two lines"]
    assert folded([]) == []
    assert words(runs("动力电池abc项目 b2")) == {"动力", "力电", "电池", "abc", "项目", "b", "2"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("电池项目二期", {"2"}),
        ("电池项目2期", {"2"}),
        ("battery plant phase ii", {"2"}),
        ("年产10万吨铝材", set()),
        ("2024年采购", set()),
        ("第十批订单", {"10"}),
    ],
)
def test_numbers_that_tell_one_of_several(title: str, found: set[str]) -> None:
    assert numbers(title) == found


def test_a_name_without_form_and_brackets() -> None:
    assert name_of("华创能源（重庆）有限公司") == name_of("華創能源") == "华创能源"
    assert name_of("（重庆）") != ""

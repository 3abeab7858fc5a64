"""Decisions of deals that are told twice: the file, what follows from it, and that one telling counts."""

import subprocess
from pathlib import Path

import pytest
from cq_tui.archive.decide import Undecidable, decide, undo
from cq_tui.archive.problem import SchemaError
from cq_tui.archive.same.decision import Verdict, decision, text_of
from cq_tui.archive.same.file import PATH
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.detail import detail
from cq_tui.store.views.told_twice import tellings_of

_EVENT = '[[events]]\nid = "e"\nname = { en = "Made" }\n'
_DEALS = (("a", 100), ("b", 90), ("c", 80), ("d", 7))


def _toml(root: Path) -> None:
    text = "".join(
        f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "Made {id_}" }}\nevent = "e"\namount = {amount}\n'
        'currency = "CNY"\ninstrument = "investment"\n\n'
        for id_, amount in _DEALS
    )
    (root / "data" / "deals.toml").write_text(text)


def _csv(root: Path) -> None:
    rows = "".join(f"{id_},Made {id_},e,{amount},CNY,investment\n" for id_, amount in _DEALS)
    (root / "data" / "deals.csv").write_text("id,title_en,event,amount,currency,instrument\n" + rows)


def _parquet(root: Path) -> None:
    import duckdb

    _csv(root)
    source, target = root / "data" / "deals.csv", root / "data" / "deals.parquet"
    row = "id, {'zh': NULL::VARCHAR, 'en': title_en} AS title, event, amount::DECIMAL(38,4) AS amount"
    duckdb.execute(f"COPY (SELECT {row}, currency, instrument FROM '{source}') TO '{target}' (FORMAT parquet)")
    source.unlink()


_FORMS = {"toml": _toml, "csv": _csv, "parquet": _parquet}


@pytest.fixture(params=_FORMS)
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = tmp_path / "made"
    (made / "data").mkdir(parents=True)
    (made / "seeds").mkdir()
    (made / "data" / "events.toml").write_text(_EVENT)
    _FORMS[request.param](made)
    return made


def _opened(root: Path) -> Store:
    opened = open_archive(root)
    assert not opened.problems
    return opened.store


def _sum(store: Store) -> int:
    return int(sum(one.amount or 0 for one in store.itemised))


def _problems(root: Path) -> list[str]:
    return [str(one) for one in open_archive(root).problems]


def test_without_decisions_there_are_no_such_fields(root: Path) -> None:
    store = _opened(root)
    assert store.archive.told_twice is None
    assert "same_as" not in store.kind("deals").by_name
    assert _sum(store) == 277


def test_of_those_that_are_the_same_one_counts(root: Path) -> None:
    decide(root, decision("b", "a", Verdict.SAME, "a", "the ministry's list"))
    decide(root, decision("c", "a", Verdict.LATER, "c"))
    store = _opened(root)
    assert _sum(store) == 87  # c, which was told last, and d
    told = {one.id: (one.same_as, one.told_twice) for one in store.records("deals")}
    assert told == {"a": ("c", "earlier"), "b": ("c", "same"), "c": (None, "taken"), "d": (None, None)}
    found = Selection(store, parse("has:same_as", store.kind("deals")))
    assert [one.id for one in found] == ["a", "b"]
    footer = Selection(store, parse("", store.kind("deals"))).sums
    assert [(str(one.why.label.en), one.count) for one in footer.left_out] == [
        ("told twice", 1),
        ("told again later", 1),
    ]


def test_deals_that_are_different_both_count(root: Path) -> None:
    decide(root, decision("a", "b", Verdict.DIFFERENT))
    assert _sum(_opened(root)) == 277


def test_the_last_decision_taken_out_takes_the_file_along(root: Path) -> None:
    before = sorted(root.rglob("*"))
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    decide(root, decision("c", "d", Verdict.DIFFERENT))
    undo(root, ("a", "b"))
    assert "different" in (root / PATH).read_text()
    undo(root, ("c", "d"))
    assert sorted(root.rglob("*")) == before


def test_prepared_it_says_the_same_until_it_is_decided_otherwise(tmp_path: Path) -> None:
    root = tmp_path / "made"
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text(_EVENT)
    _csv(root)
    decide(root, decision("a", "b", Verdict.SAME, "b"))
    assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    store = _opened(root)
    assert (store.unprepared, _sum(store)) == ("", 177)
    undo(root, ("a", "b"))
    store = _opened(root)
    assert store.unprepared
    assert _sum(store) == 277


def test_a_decision_in_the_place_of_an_earlier_one(root: Path) -> None:
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    decide(root, decision("b", "a", Verdict.DIFFERENT))
    assert (root / PATH).read_text().count("[[same]]") == 1
    assert _sum(_opened(root)) == 277


def test_the_file_is_in_the_order_of_the_ids_whatever_was_decided_first() -> None:
    made = [decision("d", "c", Verdict.DIFFERENT), decision("b", "a", Verdict.SAME, "b", 'the "list"')]
    assert text_of(made) == text_of(reversed(made))
    assert 'deals = ["a", "b"]\ndecision = "same"\ntaken = "b"\nwhy = "the \\"list\\""\n' in text_of(made)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ('deals = ["a", "x"]\ndecision = "different"', "data/same.toml:{line}: same: there is no x in deals."),
        ('deals = ["b", "a"]\ndecision = "different"', "data/same.toml:{line}: same: a and b are decided at"),
        ('deals = ["b", "c"]\ndecision = "same"\ntaken = "c"', "data/same.toml:{line}: same: b is left out for a at"),
        ('deals = ["a"]\ndecision = "same"', "data/same.toml:{key}: same.1.deals: must be the ids of two deals"),
        ('deals = ["c", "d"]\ndecision = "maybe"', "data/same.toml:{second}: same.1.decision: must be one of same,"),
        ('deals = ["c", "d"]\ndecision = "same"', "data/same.toml:{line}: same.1.taken: must be the id of the deal"),
        ('deals = ["c", "d"]\nsaid = "same"', "same.1.said: is nothing that can be said here."),
    ],
)
def test_what_cannot_be_is_told_with_its_line(root: Path, more: str, problem: str) -> None:
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    text = (root / PATH).read_text()
    line = text.count("\n") + 2
    (root / PATH).write_text(f"{text}\n[[same]]\n{more}\n")
    found = _problems(root)
    assert any(problem.format(line=line, key=line + 1, second=line + 2) in one for one in found), found


def test_different_deals_that_others_make_one(root: Path) -> None:
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    decide(root, decision("b", "c", Verdict.DIFFERENT))
    with pytest.raises(Undecidable, match="they can't be different"):
        decide(root, decision("a", "c", Verdict.SAME, "a"))
    assert _sum(_opened(root)) == 187


@pytest.mark.parametrize("text", ["[[same", "same = 1\n", "other = 1\n"])
def test_a_file_that_is_none_is_one_line(root: Path, text: str) -> None:
    (root / PATH).write_text(text)
    assert [one.startswith("data/same.toml") for one in _problems(root)] == [True]
    with pytest.raises(Undecidable):
        decide(root, decision("a", "b", Verdict.SAME, "a"))
    assert (root / PATH).read_text() == text


def test_an_archive_with_such_a_field_of_its_own_keeps_no_decisions(root: Path) -> None:
    declared = '[fields.deals.same_as]\nlabel = { en = "Own", zh = "自有" }\ntype = "string"\n'
    (root / "data" / "schema.toml").write_text(declared)
    with pytest.raises(Undecidable, match="same_as"):
        decide(root, decision("a", "b", Verdict.SAME, "a"))
    assert not (root / PATH).exists()


def test_a_file_of_deals_that_says_otherwise(tmp_path: Path) -> None:
    root = tmp_path / "made"
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text(_EVENT)
    header = "id,title_en,event,same_as,told_twice\n"
    (root / "data" / "deals.csv").write_text(header + "a,A,e,,\nb,B,e,a,same\nc,C,e,,\n")
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    assert not _problems(root)
    decide(root, decision("a", "b", Verdict.SAME, "b"))
    assert len(_problems(root)) == 1
    assert _problems(root)[0].startswith("data/deals.csv:3: same_as: data/same.toml says otherwise")


def test_git_puts_decisions_of_two_people_together(root: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@x", *words], check=True,
                       capture_output=True)  # fmt: skip

    for one, other in (("a", "b"), ("c", "d")):
        decide(root, decision(one, other, Verdict.DIFFERENT))
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "begin")
    git("checkout", "-qb", "other")
    decide(root, decision("a", "b", Verdict.SAME, "a"))
    git("commit", "-qam", "one")
    git("checkout", "-q", "main")
    decide(root, decision("c", "d", Verdict.SAME, "d"))
    git("commit", "-qam", "two")
    git("merge", "-q", "other")
    assert _sum(_opened(root)) == 107


def test_no_kind_has_the_name_of_the_file(root: Path) -> None:
    declared = '[kinds.same]\nlabel = { en = "Same", zh = "同" }\none = { en = "same", zh = "同" }\n'
    (root / "data" / "schema.toml").write_text(declared)
    with pytest.raises(SchemaError, match=r"data/same.toml is a file without records"):
        open_archive(root)


def test_the_record_says_what_each_source_says_and_why_one_counts(root: Path) -> None:
    store = _opened(root)
    assert not [*tellings_of(store, store.records("deals")[0])]
    decide(root, decision("b", "a", Verdict.SAME, "a", "the ministry's list"))
    store = _opened(root)
    for record in store.records("deals")[:2]:
        told = [*tellings_of(store, record)]
        assert [(one.deal.id, one.counts, one.says) for one in told] == [
            ("a", True, (("Amount", "CNY 100"),)),
            ("b", False, (("Amount", "CNY 90"),)),
        ]
        assert told[1].why == "the same deal, does not count: the ministry's list"
        texts = [getattr(part, "text", "") for part in detail(store, store.kind("deals"), record)]
        assert {"Told several times; one counts", "CNY 100", "CNY 90"} <= set(texts)
    assert "Told several times; one counts" not in str(detail(store, store.kind("deals"), store.records("deals")[3]))

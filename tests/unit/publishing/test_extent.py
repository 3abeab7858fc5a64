"""What a filter leaves is whole: whatever a record refers to is there, and nothing else."""

from pathlib import Path

import pytest
from cq_tui.archive.references import targets
from cq_tui.kinds import kinds
from cq_tui.query.spelling import with_ids
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.selection.extent import Extent
from cq_tui.store.store import Store

from tests.unit.made import EVENT, read_checked, write_archive
from tests.unit.publishing.made import dangling, described, extent, faults, published, rows


def ids(found: Extent) -> dict[str, set[str]]:
    return {name: {one.id for one in found.records(kind)} for name, kind in found.store.schema.items()}


Linked = dict[tuple[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def linked(store: Store) -> Linked:
    """Each record, by kind and id, with what it refers to."""
    links: Linked = {}
    for name, record in [(kind, record) for kind in store.schema for record in store.records(kind)]:
        for field, part in store.kind(name).references:
            to = (part or field).shown.to
            assert to is not None
            found = targets(record, field.name, part.name if part else None)
            links.setdefault((name, record.id), []).extend((to, id_) for _path, id_ in found)
    return links


def needed(store: Store, linked: Linked, kind: str, record_id: str) -> dict[str, set[str]]:
    """The same by hand: from record to record."""
    reached: dict[str, set[str]] = {name: set() for name in store.schema}
    waiting = [(kind, record_id)]
    while waiting:
        name, one = waiting.pop()
        if one not in reached[name]:
            reached[name].add(one)
            waiting += linked[name, one]
    return reached


def test_without_a_filter_it_is_the_whole_archive(store: Store) -> None:
    whole = extent(store)
    assert {name: whole.count(kind) for name, kind in store.schema.items()} == store.totals
    assert {name: len(found) for name, found in ids(whole).items()} == store.totals


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {"events"}))
def test_one_record_comes_with_all_that_it_needs_and_no_more(store: Store, linked: Linked, kind: str) -> None:
    """Of each kind one record for each way to need none, one or more of the others."""
    every = {one: needed(store, linked, kind, one) for one in store.ids(kind)}
    unlike = {tuple(min(len(them), 2) for them in wanted.values()): one for one, wanted in every.items()}
    for record_id in unlike.values():
        found = extent(store, with_ids([record_id]), kind)
        assert ids(found) == every[record_id]
        assert found.found == {record_id}
        assert {name: found.count(one) for name, one in store.schema.items()} == {
            name: len(them) for name, them in ids(found).items()
        }


@pytest.mark.parametrize("kind", sorted(set(kinds()) - {"events"}))
def test_records_together_need_what_each_of_them_needs(store: Store, linked: Linked, kind: str) -> None:
    every = [needed(store, linked, kind, one) for one in store.ids(kind)]
    together = {name: set().union(*(one[name] for one in every)) for name in store.schema}
    assert ids(extent(store, with_ids(store.ids(kind)), kind)) == together


def test_an_event_comes_with_all_that_belongs_to_it(store: Store) -> None:
    found = ids(extent(store, "id=european-visit-2025", "events"))
    for kind in ("deals", "speakers", "platforms", "sessions", "opportunities"):
        assert len(found[kind]) == store.total(kind)


def test_a_part_of_the_archive_is_valid(store: Store, tmp_path: Path) -> None:
    folder = published(tmp_path / "part", store, "country:DE")
    assert [row["id"] for row in rows(folder, "deals")] == ["aluminium-die-casting-line"]
    assert rows(folder, "speakers") == []
    assert faults(folder) == dangling(folder) == []
    assert described(folder)["selection"] == {"kind": "deals", "filter": "country:DE"}
    assert "    country:DE\n" in (folder / "README.md").read_text("utf-8")


def test_a_filter_that_finds_nothing_leaves_headers(store: Store, tmp_path: Path) -> None:
    folder = published(tmp_path / "none", store, "amount>=90000亿")
    assert {len(path.read_text("utf-8").splitlines()) for path in folder.glob("*.csv")} == {1}
    assert faults(folder) == []


def test_records_that_refer_in_a_circle_are_brought_once(tmp_path: Path) -> None:
    two = "".join(
        f'[[organisations]]\nid = "{one}"\nname = {{ en = "{one}" }}\nparent = "{other}"\n'
        for one, other in (("aa", "bb"), ("bb", "aa"))
    )
    archive, _problems = read_checked(write_archive(tmp_path / "circle", events=EVENT, organisations=two))
    assert ids(extent(Store(archive), "id=aa", "organisations"))["organisations"] == {"aa", "bb"}


def test_a_cancelled_extent_answers_no_more(store: Store) -> None:
    found = extent(store, "country:DE")
    found.cancel()
    with pytest.raises(Cancelled):
        found.count(store.kind("deals"))

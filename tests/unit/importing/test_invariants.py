"""What holds of every list, whatever stands in it: each line counted once, each amount in the sums, all taken back."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer, writing
from cq_tui.importing.commit.undo import import_called, take_back
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.preview import preview
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.review.review import Review
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.values.nothing import is_nothing
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds
from tests.unit.importing.conftest import EVENT, KNOWN, hashes, quiet, sheet

HEADER = ["Project", "Investor", "Country", "Amount (USD m)", "Type", "Signed", "Status", "Investor DUNS"]
TITLE = ["Deals of a fair", *[""] * 7]
_NOT_ROWS = (
    [""] * 8,
    HEADER,
    TITLE,
    ["Total", "", "", "123", "", "", "", ""],
    ["II. Metals", *[""] * 7],
    ["Note: not audited", *[""] * 7],
)
_CELLS = (
    st.sampled_from(["Mill", "Mine", "Port", "铝压铸线", "A, B", 'The "Works"', "Total", ""]),
    st.sampled_from(["Aa GmbH", "AA GMBH", "Bb", "西南铝", "Government", "Total", "n/a", ""]),
    st.sampled_from(["Germany", "德国、法国", "Mars", "UK", "France and Mars", ""]),
    st.sampled_from(["5", "1,740", "€3", "0", "tbc", "(7)", "1.5bn", "10-20", "-", ""]),
    st.sampled_from(["fund", "投资", "loan", ""]),
    st.sampled_from(["2024-05-01", "2019", "5 maart 2020", "Q3 2021", "soon", "31.12.24", ""]),
    st.sampled_from(["signed", "Cancelled", "annulé", "pending", "意向", ""]),
    st.sampled_from(["15-048-3782", "06-070-4780", "12", ""]),
)
ROWS = st.lists(st.one_of(st.tuples(*_CELLS), st.tuples(*_CELLS), st.sampled_from(_NOT_ROWS)), max_size=20)


def archive_in(root: Path) -> Path:
    """An archive as ``archive`` makes one, for a test that makes many."""
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text(EVENT, "utf-8")
    (root / "data" / "organisations.toml").write_text(KNOWN, "utf-8")
    return root


def prepared_list(root: Path, path: Path) -> Prepared:
    """The list ready to be converted, read by a mapping so that nothing is asked."""
    map_ = sheet(
        path.with_name("MAP.toml"),
        'header = 2\n[title]\ncolumn = "Project"\n[parties]\ninvestor = "Investor"\n[countries]\ncolumn = "Country"\n'
        '[amount]\ncolumn = "Amount (USD m)"\nunit = "m"\ncurrency = "USD"\n[instrument]\ncolumn = "Type"\n[date]\n'
        'column = "Signed"\n[stage]\ncolumn = "Status"\n[columns]\n'
        '"Investor DUNS" = "identifiers.XI-DUNS of Investor"\n',
    )
    return prepare(Store(read(root)), path, kinds()["deals"], "fair", map_)


def text_of(rows: list[list[str]]) -> str:
    """Rows as a delimited file."""
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=ROWS)
def test_nothing_is_lost_and_all_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    root = archive_in(tmp_path_factory.mktemp("any") / "archive")
    before = hashes(root)
    path = sheet(root.parent / "list.csv", text_of([TITLE, HEADER, *map(list, rows)]))
    with importer.converting(prepared_list(root, path), quiet) as found:
        counts, review, records = found.counts, found.review(), list(preview(found))
        assert counts.lines == len(rows) + 2
        assert counts.rows == counts.accepted + counts.refused + counts.aside
        assert counts.accepted == len(records) == len({one.id for one in records})
        if not records:
            with pytest.raises(ImportProblem, match="no row is accepted"):
                writing.write(found)
            assert hashes(root) == before
            return
        _reviewed(review, records)
        writing.write(found)
    assert open_archive(root).problems == [], "check finds nothing in what an import leaves"
    there = hashes(root)
    assert before.items() <= there.items(), "what was there stays as it was"
    with importer.converting(prepared_list(root, path), quiet) as again:
        assert writing.write(again).paths == ()
    assert hashes(root) == there
    take_back(Store(read(root)), import_called(root, "list.csv"), None)
    assert hashes(root) == before


def _reviewed(review: Review, records: list[Any]) -> None:
    """The review says of the records what they are."""
    by_name = {one.field.name: one for one in review.fields}
    sums: dict[str, Decimal] = Counter()  # type: ignore[assignment]
    for one in records:
        if (amount := one.amount) is not None:
            sums[str(one.currency)] += amount
    assert {one.currency: one.total for one in by_name["amount"].money} == sums
    for name, told in by_name.items():
        values = [getattr(one, name) for one in records]
        assert told.read == sum(value not in (None, (), "") for value in values), name
        assert told.read + told.unread <= 2 * len(records)
    stages = Counter(str(one.stage) for one in records if one.stage is not None)
    assert dict(by_name["stage"].values) == stages


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(cells=st.lists(_CELLS[3], min_size=1, max_size=20))
@example(cells=["0"])
@example(cells=["0", "5", "0.00", "-", "x"])
def test_every_amount_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    root = archive_in(tmp_path_factory.mktemp("any") / "archive")
    rows = [[f"Mill {number}", "", "", cell, "fund", "", "", ""] for number, cell in enumerate(cells)]
    path = sheet(root.parent / "list.csv", text_of([TITLE, HEADER, *rows]))
    with importer.converting(prepared_list(root, path), quiet) as found:
        records: list[Any] = list(preview(found))
        unread = sum(one.rows for one in found.remarks if one.column == "Amount (USD m)")
        said = sum(not is_nothing(cell) for cell in cells)
        zero = sum(one.zero for one in found.review().fields if one.field.name == "amount")
        assert sum(one.amount is not None for one in records) + unread + zero == said

"""What is exported reads again as the same records: CSV, Parquet and TOML; and two writers of CSV write the same."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.tables.made import TABLE_KINDS, base, records, store_of
from tui.export.columns import columns
from tui.export.export import Options, pieces
from tui.export.formats import csv_text
from tui.kinds import kinds
from tui.query.parse import parse
from tui.store.opening import open_archive
from tui.store.store import Store


def exported(store: Store, kind: str, format_: str) -> bytes:
    return b"".join(pieces(store.select(parse("", kinds()[kind])), Options(format_), to_file=True))


@pytest.mark.parametrize("name", TABLE_KINDS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_an_export_reads_again_as_the_same_records(name: str, data: st.DataObject) -> None:
    kind = kinds()[name]
    found = data.draw(records(kind))
    with tempfile.TemporaryDirectory() as folder:
        root = base(Path(folder))
        store = store_of(root, kind, found)
        files = {format_: exported(store, name, format_) for format_ in ("csv", "parquet", "toml")}
        by_hand = "".join(csv_text(kind, columns(kind), found, False))
        assert files["csv"].decode("utf-8-sig") == by_hand
        for format_, content in files.items():
            path = root / "data" / f"{name}.{format_}"
            path.write_bytes(content)
            opened = open_archive(root)
            assert [str(one) for one in opened.problems if one.file == f"data/{name}.{format_}"] == [], format_
            assert opened.store.records(name)[-len(found) or 99 :] == found, format_
            assert exported(opened.store, name, "csv") == files["csv"]
            path.unlink()

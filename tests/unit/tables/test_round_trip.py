"""What is exported reads again as the same records: CSV, Parquet and TOML; and two writers of CSV write the same."""

import tempfile
from pathlib import Path
from unittest.mock import patch

from cq_tui.archive.read import read
from cq_tui.export.export import Options, pieces
from cq_tui.export.formats import csv
from cq_tui.query.parse import parse
from cq_tui.schema.columns import columns
from cq_tui.schema.record import Record
from cq_tui.schema.record_text import csv_text
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds
from tests.unit.tables.made import IDS, TABLE_KINDS, base, records, store_of

made_archives = st.fixed_dictionaries({name: records(kinds()[name]) for name in TABLE_KINDS})


BASE = {one for ids in IDS.values() for one in ids}


def exported(store: Store, kind: str, format_: str) -> bytes:
    return b"".join(pieces(Selection(store, parse("", kinds()[kind])), Options(format_), to_file=True))


def written(root: Path, store: Store, format_: str) -> Path:
    """The whole store as files of an archive that also holds what its records refer to."""
    (root / "data").mkdir(parents=True)
    for name in TABLE_KINDS:
        (root / "data" / f"{name}.{format_}").write_bytes(exported(store, name, format_))
    return base(root)


def not_of_base(found: list[Record]) -> list[Record]:
    return [one for one in found if one.id not in BASE]


@settings(phases=[Phase.explicit, Phase.reuse, Phase.generate], max_examples=2, deadline=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(made=st.fixed_dictionaries({name: records(kinds()[name]) for name in TABLE_KINDS}))
def test_an_export_reads_again_as_the_same_records(made: dict[str, list[Record]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = store_of(base(Path(folder) / "made"), made)
        for format_ in ("csv", "parquet"):
            with patch.object(csv, "FEW", 0):  # as the engine writes many; below by hand as Python writes few
                root = written(Path(folder) / format_, store, format_)
            opened = open_archive(root, schema=kinds())
            assert [str(one) for one in opened.problems] == [], format_
            for name, found in made.items():
                assert not_of_base(opened.store.records(name)) == found, format_
        for name, found in made.items():
            by_hand = "".join(csv_text(columns(kinds()[name]), found))
            assert (Path(folder) / "csv" / "data" / f"{name}.csv").read_text("utf-8-sig") == by_hand
        archive = read(written(Path(folder) / "toml", store, "toml"), schema=kinds())
        assert [str(one) for one in archive.problems] == []
        for name, found in made.items():
            assert not_of_base(archive.records(name)) == found

"""A new archive with one event, and lists taken into it; every list here is made up."""

import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer
from cq_tui.importing.convert.row_counts import RowCounts
from cq_tui.importing.errors import Refusal, Remark
from cq_tui.importing.preview import preview
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.schema.record import Record
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run

EVENT = '[[events]]\nid = "fair"\nname = { zh = "展会", en = "Fair" }\n'
KNOWN = """[[organisations]]
id = "southwest-aluminium"
name = { zh = "西南铝业（集团）有限责任公司", en = "Southwest Aluminium" }
aliases = ["西南铝"]
type = "company"
"""


def quiet(_what: str, _done: int, _of: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with an event and one known organisation."""
    root = tmp_path / "archive"
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text(EVENT, "utf-8")
    (root / "data" / "organisations.toml").write_text(KNOWN, "utf-8")
    return root


@dataclass
class Taken:
    """What came of a list: the records, the refusals, what became of the rows, the questions left open."""

    records: list[Record]
    refusals: list[Refusal]
    counts: RowCounts
    questions: list[str]
    near: tuple[tuple[str, str, int], ...] = ()
    remarks: list[Remark] = field(default_factory=list)

    def reasons(self) -> dict[int, str]:
        """The first reason of each refused row."""
        return {refusal.row: str(refusal.reason) for refusal in reversed(self.refusals)}

    def unread(self) -> dict[str, str]:
        """The cells of accepted rows that could not be read, each with why."""
        return {remark.value: str(remark.reason) for remark in self.remarks}

    def values(self, field: str) -> list[Any]:
        """One field of every record."""
        return [getattr(record, field) for record in self.records]


Take = Callable[..., Taken]


@pytest.fixture
def take(archive: Path) -> Take:
    """Takes a list in as far as the look before writing, without a mapping or with one."""

    def taken(path: Path, kind: str = "deals", event: str = "fair", map_: str = "") -> Taken:
        given = None
        if map_:
            given = path.with_name("MAP.toml")
            given.write_text(map_, "utf-8")
        prepared = prepare(Store(read(archive)), path, kinds()[kind], event, given)
        if prepared.proposal.questions:
            return Taken([], [], RowCounts(), [question.field for question in prepared.proposal.questions])
        with importer.converting(prepared, quiet) as found:
            if found.asking:
                return Taken([], [], found.counts, [one.field for one in found.asking.proposal.questions])
            records = list(preview(found))
            counts = found.counts
            assert len(records) == counts.accepted
            assert len({one.row for one in found.refusals}) == counts.refused + counts.aside + counts.together
            assert counts.accepted + counts.refused + counts.aside + counts.together == counts.rows
            return Taken(records, found.refusals, counts, [], found.near, found.remarks)

    return taken


Fields = Callable[[Path], Mapping[str, FieldMap]]


@pytest.fixture
def fields(archive: Path) -> Fields:
    """The columns that fields take, of a list of deals that leaves no question open; no row is converted.

    For tables of headers: that takes a tenth of the time. What is made of the rows one list of them tells.
    """

    def found(path: Path) -> Mapping[str, FieldMap]:
        proposal = prepare(Store(read(archive)), path, kinds()["deals"], "fair", None).proposal
        assert [question.field for question in proposal.questions] == []
        return proposal.mapping.fields

    return found


@pytest.fixture
def bring(run: Run, archive: Path) -> Callable[..., Ran]:
    """Runs ``cq-tui import`` on a list, into the archive; its records are deals where no kind is said.

    Without one it may be asked: test_kind_is_asked.py.
    """

    def brought(path: Path, *more: str) -> Ran:
        kind = () if "--kind" in more else ("--kind", "deals")
        return run("import", path, "--event", "fair", "--into", archive, *kind, *more)

    return brought


class _Told(BaseException):
    """What is told before the first row is converted was told."""


@pytest.fixture
def look(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ran]:
    """As ``bring``, as far as the mapping and what is asked of it: no row is converted and nothing is taken.

    For what is told of columns and headers: that takes a tenth of the time.
    """

    def stop(*_prepared: object) -> None:
        raise _Told

    def looked(path: Path, *more: str) -> Ran:
        with monkeypatch.context() as patched:
            patched.setattr(importer, "converting", stop)
            try:
                kind = () if "--kind" in more else ("--kind", "deals")
                return run("import", path, "--event", "fair", "--into", archive, "--dry-run", *kind, *more)
            except _Told:
                return Ran(0, "", capsysbinary.readouterr().err.decode())

    return looked


def sheet(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file as strangers save it."""
    path.write_bytes(text.encode(encoding))
    return path


def book(path: Path, **lists: Sequence[Sequence[object]]) -> Path:
    """A workbook with a sheet for each list."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in lists.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    made.save(path)
    return path


def hashes(root: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that the program wrote."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))

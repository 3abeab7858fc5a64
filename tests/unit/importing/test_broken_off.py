"""An import can be broken off while a file is read, whatever reads it."""

import json
from pathlib import Path
from threading import Event

import pytest
from cq_tui.importing.sources.apart import apart
from cq_tui.importing.sources.sheet import open_sheet

from tests.engine import ask


class _Stop(Exception):
    pass


def _stop(*_what: object) -> None:
    raise _Stop


def test_work_that_can_t_be_stopped_is_left_behind() -> None:
    goes_on, ended = Event(), Event()

    def work() -> None:
        goes_on.wait()
        ended.set()

    with pytest.raises(_Stop):
        apart(work, _stop)
    assert not ended.is_set()
    goes_on.set()
    assert ended.wait(10)


def test_what_work_gives_or_raises_comes_out_of_it() -> None:
    looked: list[int] = []
    assert apart(lambda: 7, lambda: looked.append(1)) == 7
    with pytest.raises(ZeroDivisionError):
        apart(lambda: 1 // 0, lambda: looked.append(1))


@pytest.mark.parametrize("ending", ["json", "jsonl", "parquet", "xls"])
def test_reading_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    path = tmp_path / f"list.{ending}"
    records = [{"Project": f"Line {number}", "Type": "fund"} for number in range(3)]
    if ending == "parquet":
        ask(f"COPY (SELECT 'Line' AS Project) TO '{path}' (FORMAT parquet)")
    elif ending == "xls":
        book = pytest.importorskip("xlwt").Workbook()
        book.add_sheet("List").write(0, 0, "Project")
        book.save(str(path))
    else:
        path.write_text(json.dumps(records) if ending == "json" else "\n".join(map(json.dumps, records)), "utf-8")
    # The thread that reads is still at work when it is looked at.
    monkeypatch.setattr("cq_tui.importing.sources.apart.Background", _NeverDone)
    with pytest.raises(_Stop):
        open_sheet(path, progress=_stop)


class _NeverDone:
    def __init__(self, _work: object) -> None:
        pass

    def begin(self) -> "_NeverDone":
        return self

    def is_alive(self) -> bool:
        return True

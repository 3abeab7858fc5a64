"""Rows that look like deals which an archive has already are told after an import. All of it is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.decide import decide
from cq_tui.archive.same.decision import Verdict, decision
from cq_tui.commands import import_twins
from cq_tui.store.open_archive import Opened, open_archive
from cq_tui.store.twins.find import probable_twins

from tests.unit.conftest import Run

_FIRST = """项目,企业,金额（亿元）,签约日期
动力电池生产基地,重庆华创能源有限公司,5,2024-05-01
汽车座椅生产线,成都瑞通汽车有限公司,1.2,2024-05-02
"""
_SECOND = """项目名称,投资方,投资额（亿元）,签约时间
動力電池生產基地,华创能源,5,2024-05-03
数据中心,贵阳云启科技有限公司,7,2024-06-01
"""


def _archive(root: Path) -> Path:
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "data" / "events.toml").write_text('[[events]]\nid = "e"\nname = { en = "Made" }\n')
    return root


def _lists(folder: Path) -> tuple[Path, Path]:
    paths = folder / "first.csv", folder / "second.csv"
    for path, text in zip(paths, (_FIRST, _SECOND), strict=True):
        path.write_text(text, "utf-8")
    return paths


_SET = ("--event", "e", "--lang", "en", "--set", "amount.currency=CNY")


def test_an_import_says_which_rows_look_like_deals_that_are_here(run: Run, tmp_path: Path) -> None:
    root = _archive(tmp_path / "made")
    first, second = _lists(tmp_path)
    done = run("import", str(first), "--into", str(root), *_SET)
    assert done.code == 0, done.err
    assert "already, " not in done.err
    done = run("import", str(second), "--into", str(root), *_SET)
    assert done.code == 0, done.err
    assert "1 row looks like a deal that is here already, 1 surely; both count until = decides it." in done.err
    assert not (root / "data" / "same.toml").exists(), "nothing is decided unasked"


def test_no_archive_is_opened_for_the_only_list_of_deals(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def counted(root: Path) -> Opened:
        opened.append(root)
        return open_archive(root)

    monkeypatch.setattr(import_twins, "open_archive", counted)
    root = _archive(tmp_path / "made")
    first, second = _lists(tmp_path)
    for path, times in ((first, 0), (first, 0), (second, 1), (first, 1)):
        path.write_text(path.read_text("utf-8").replace("1.2", "1.3") + "\n", "utf-8")
        done = run("import", str(path), "--into", str(root), "--force", *_SET)
        assert done.code == 0, done.err
        assert len(opened) == times, done.err
        opened.clear()


def test_a_list_imported_again_after_a_decision_is_the_same_to_the_byte(run: Run, tmp_path: Path) -> None:
    root = _archive(tmp_path / "made")
    for path in _lists(tmp_path):
        assert run("import", str(path), "--into", str(root), *_SET).code == 0
    found = probable_twins(open_archive(root).store)
    decide(root, decision(*found[0].deals, Verdict.SAME, found[0].one))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    done = run("import", str(tmp_path / "second.csv"), "--into", str(root), *_SET)
    assert done.code == 0, done.err
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert {path for path in before if before[path] != after[path] and path.name != "MAP.toml"} == set()

"""Where a publication may go, and that it is there whole or not at all."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui.files.folder import Files, FolderTarget, change_folder, make_folder
from cq_tui.files.journal import Journal, Move
from cq_tui.files.write import FileExists, WriteError
from cq_tui.secure import confinement
from cq_tui.store.store import Store

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive
from tests.unit.publishing.made import published
from tests.unit.test_cli_errors import one_line


class Broken(Exception):
    """Stands for whatever may go wrong while a file is made."""


def files(*names: str, broken: BaseException | None = None) -> Files:
    for name in names:
        yield name, iter([b"new ", name.encode()])

    def pieces() -> Iterator[bytes]:
        yield b"half"
        assert broken is not None
        raise broken

    if broken is not None:
        yield "last", pieces()


@pytest.mark.parametrize("broken", [Broken(), KeyboardInterrupt(), WriteError("full")])
def test_a_new_folder_is_whole_or_not_there(tmp_path: Path, broken: BaseException) -> None:
    with pytest.raises(type(broken)):
        make_folder(FolderTarget(tmp_path / "out"), files("a", "b", broken=broken))
    assert os.listdir(tmp_path) == []
    make_folder(FolderTarget(tmp_path / "out"), files("a", "b"))
    assert sorted(os.listdir(tmp_path)) == ["out"]
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {"a": b"new a", "b": b"new b"}


@pytest.mark.parametrize("broken", [Broken(), KeyboardInterrupt(), WriteError("full")])
def test_a_changed_folder_has_the_old_files_or_the_new_ones(tmp_path: Path, broken: BaseException) -> None:
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "gone").write_bytes(b"old")
    (tmp_path / "mine").write_bytes(b"a note")
    with pytest.raises(type(broken)):
        change_folder(FolderTarget(tmp_path), files("a", "b", broken=broken), ["a", "gone"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"old a", "gone": b"old", "mine": b"a note",
    }  # fmt: skip
    change_folder(FolderTarget(tmp_path), files("a", "b"), ["a", "gone"])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"new a", "b": b"new b", "mine": b"a note",
    }  # fmt: skip


def test_what_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def late() -> Files:
        yield from files("a")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine").write_text("mine")

    with pytest.raises(FileExists):
        make_folder(FolderTarget(tmp_path / "out"), late())
    assert os.listdir(tmp_path) == ["out"]
    assert os.listdir(tmp_path / "out") == ["mine"]


def test_a_folder_of_anything_else_is_refused_even_by_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"x")
    for force in ((), ("--force",)):
        said = one_line(run("publish", tmp_path / "photos", *force), 1)
        assert said == f"{tmp_path}/photos holds other files, and is left as it is; name a new folder."
    assert os.listdir(tmp_path / "photos") == ["one.jpg"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"name": "theirs", "resources": []}', '{"generator": "another"}', "[" * 9999]
)
def test_a_package_of_another_program_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    assert "holds other files" in one_line(run("publish", tmp_path, "--force"), 1)
    assert os.listdir(tmp_path) == ["datapackage.json"]


def test_an_earlier_publication_is_replaced_by_force_alone_and_other_files_stay(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("publish", folder, "--format", "ftm").code == 0
    (folder / "notes.txt").write_text("mine")
    assert one_line(run("publish", folder), 1) == f"{folder} holds a publication already. --force replaces it."
    assert not (folder / "deals.csv").exists()
    assert run("publish", folder, "--force").code == 0
    assert (folder / "deals.csv").exists()
    assert not (folder / "entities.ftm.json").exists()
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_publication_that_was_killed_on_its_last_move_is_known_again(run: Run, tmp_path: Path) -> None:
    """The new descriptor is decided and not there yet, the old one is put aside: both are in the journal's workshop."""
    folder = tmp_path / "out"
    assert run("publish", folder).code == 0
    journal, name = Journal(folder), "datapackage.json"
    journal.stage(0, [(folder / name).read_bytes()], None)
    journal._begin([Move(name, 0, fresh=True, stood=True)])
    (folder / name).rename(journal.workshop / "old" / "0")
    assert run("publish", folder, "--force", "--filter", "country:DE").code == 0
    assert not journal.workshop.exists()
    assert json.loads((folder / name).read_text("utf-8"))["selection"]["filter"] == "country:DE"


def test_a_descriptor_that_names_other_files_removes_none_of_them(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("publish", folder).code == 0
    tree = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tree["resources"] += [{"path": "../victim.csv"}, {"path": "/etc/passwd"}, {"path": "note.txt"}, {"path": 3}, 4]
    (folder / "datapackage.json").write_text(json.dumps(tree), "utf-8")
    for path in (tmp_path / "victim.csv", folder / "note.txt"):
        path.write_text("mine")
    assert run("publish", folder, "--force").code == 0
    assert (tmp_path / "victim.csv").read_text() == (folder / "note.txt").read_text() == "mine"


def test_an_empty_folder_is_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("publish", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "datapackage.json").exists()
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("place", ["archive", "archive/data", "archive/seeds", "archive/data/out", "."])
def test_nothing_goes_into_the_archive_s_own_folders(run: Run, tmp_path: Path, place: str) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT, deals=DEAL)
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    for target in (tmp_path / place, tmp_path / "link"):
        if target.name == "link":
            target.symlink_to(tmp_path / place)
        assert "is a folder of the archive itself" in one_line(run("publish", target, "--force", "--archive", root), 1)
    (tmp_path / "link").unlink()
    assert sorted(str(path) for path in tmp_path.rglob("*")) == before


def test_beside_the_archive_s_own_folders_is_allowed(run: Run, tmp_path: Path) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT, deals=DEAL)
    assert run("publish", root / "out", "--archive", root).code == 0


def test_what_is_no_folder_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "pipe", "link"):
        said = one_line(run("publish", tmp_path / name, "--force"), 1)
        assert said == f"{tmp_path}/{name} is there already, and is no folder."
    assert "there is no such folder" in one_line(run("publish", tmp_path / "missing" / "out"), 1)
    assert "invisible" in one_line(run("publish", tmp_path / "a\u202eb"), 1)


def test_secure_mode_writes_into_its_folder_alone_by_a_plain_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    monkeypatch.setenv("CQ_TUI_EXPORT_DIR", str(folder))
    for name in ("../out", str(tmp_path / "out"), "a/b", ".hidden"):
        assert run("publish", name, "--secure").code == 2
    assert run("publish", "out", "--secure").err.startswith("361 rows written to out.")
    assert stat.S_IMODE((folder / "out").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder / "out").iterdir()} == {0o600}
    assert run("publish", "out", "--secure", "--force", "--filter", "country:DE").code == 0
    (folder / "link").symlink_to(tmp_path)
    assert "is no folder" in one_line(run("publish", "link", "--secure", "--force"), 1)
    assert sorted(os.listdir(tmp_path)) == ["export"]


def test_swapping_the_export_folder_for_a_link_leads_nowhere(store: Store, tmp_path: Path) -> None:
    from cq_tui.publishing.target import folder_of

    folder, victim = tmp_path / "export", tmp_path / "victim"
    folder.mkdir()
    victim.mkdir()
    confined = confinement(True, {"CQ_TUI_EXPORT_DIR": str(folder)})
    assert confined is not None
    assert confined.descriptor is not None
    folder.rename(tmp_path / "moved")
    folder.symlink_to(victim)
    published(folder_of(Path("out"), confined).path, store)
    os.close(confined.descriptor)
    assert os.listdir(victim) == []
    assert os.listdir(tmp_path / "moved") == ["out"]

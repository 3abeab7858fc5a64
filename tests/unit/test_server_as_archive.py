"""The address of a server in the place of an archive's folder: where one is taken, and what says that it is not."""

import os
from pathlib import Path

import pytest
from cq_tui.api import open_archive
from cq_tui.archive.problem import ArchiveError
from cq_tui.files.named import ServerRoot, archive_roots

from tests.server.made_server import Answer, Asked, MadeServer, serving
from tests.unit.conftest import Run
from tests.unit.test_cli_errors import one_line

ADDRESS = "clickhouse://a.example:8443,b.example/fairs"
NOT_FILES = "the archive of a server; this takes the folder that it was loaded from"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("fairs", (Path("fairs"),)),
        (ADDRESS, (ServerRoot(ADDRESS),)),
        (os.pathsep.join(("fairs", "", "visits")), (Path("fairs"), Path("visits"))),
        (os.pathsep.join(("fairs", ADDRESS)), (Path("fairs"), ServerRoot(ADDRESS))),
    ],
)
def test_a_variable_names_folders_or_a_server(text: str, wanted: tuple[Path, ...]) -> None:
    assert archive_roots(text) == wanted
    assert [type(one) for one in archive_roots(text)] == [type(one) for one in wanted]
    assert os.pathsep.join(map(str, archive_roots(text))) == text.replace(os.pathsep * 2, os.pathsep)


def _no_archive(_asked: Asked) -> Answer:
    return Answer(b"Code: 60. DB::Exception: Unknown table expression identifier '_archive'", 60)


@pytest.mark.parametrize(
    "words",
    [
        ["list", "deals"],
        ["list", "overview"],
        ["show", "deals", "x"],
        ["export", "deals"],
        ["brief"],
        ["publish", "out"],
        ["schema"],
        ["completion", "bash", "--archive"],
        ["mcp"],
        ["list", "--view", "mine"],
    ],
    ids=" ".join,
)
def test_every_command_asks_the_usual_server(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str]
) -> None:
    pytest.importorskip("clickhouse_connect")
    if words == ["mcp"]:
        pytest.importorskip("mcp")
    monkeypatch.chdir(tmp_path)
    with serving(MadeServer(_no_archive)) as made:
        url = f"clickhouse://127.0.0.1:{made.port}/fairs"
        monkeypatch.setenv("CQ_TUI_ARCHIVE", url)
        named = [url] if words[-1] == "--archive" else []
        assert one_line(run(*words, *named), 1) == f"{url}: holds no archive; cq-tui publish --to puts one there"
    assert [*tmp_path.iterdir()] == []


def test_a_shell_that_starts_asks_no_server(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    here = run("completion", "bash")
    with serving(MadeServer(_no_archive)) as made:
        monkeypatch.setenv("CQ_TUI_ARCHIVE", f"clickhouse://127.0.0.1:{made.port}/fairs")
        assert run("completion", "bash") == here
        assert made.asked == []


@pytest.mark.parametrize(
    "words",
    [
        ["check", ADDRESS],
        ["prepare", ADDRESS],
        ["diff", ADDRESS, "fairs"],
        ["new", ADDRESS],
        ["import", "list.csv", "--event", "x", "--into", ADDRESS],
        ["publish", ADDRESS],
    ],
    ids=lambda words: words[0],
)
def test_what_takes_a_folder_takes_no_address(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "a folder is meant, and this is the address of a server" in line


@pytest.mark.parametrize("command", ["check", "prepare"])
def test_what_is_of_files_says_so_of_the_usual_archive(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("CQ_TUI_ARCHIVE", ADDRESS)
    assert one_line(run(command), 1) == f"{ADDRESS}: {NOT_FILES}"


def test_scripts_are_told_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArchiveError, match=NOT_FILES):
        open_archive(ADDRESS)
    monkeypatch.setenv("CQ_TUI_ARCHIVE", ADDRESS)
    with pytest.raises(ArchiveError, match=NOT_FILES):
        open_archive()


def test_a_server_is_opened_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_ARCHIVE", f"fairs{os.pathsep}{ADDRESS}")
    assert one_line(run("list", "deals"), 1) == "The archive of a server is opened alone, not as one of several."

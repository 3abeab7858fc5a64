"""Secure mode: the table names all there is, what it refuses is refused, and no way out is open."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import walk_packages

import cq_tui.screens
import cq_tui.widgets
import pytest
from cq_tui.app import BrowserApp
from cq_tui.commands.names import COMMANDS
from cq_tui.commands.parsers import parser_of
from cq_tui.screens.base.session import Session
from cq_tui.secure import VERDICTS, Confinement, Verdict
from cq_tui.store.store import Store
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from tests.terminal.driver import Terminal
from tests.terminal.process import Process, clean_environment
from tests.unit.conftest import Run
from tests.unit.ways_out import try_all


def _classes() -> set[type[DOMNode]]:
    """Every screen and widget, with what they are made from, and the app."""
    found: set[type[DOMNode]] = {BrowserApp}
    for package in (cq_tui.screens, cq_tui.widgets):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            found |= {one for _name, one in getmembers(import_module(module.name), isclass) if issubclass(one, DOMNode)}
    return {base for one in found for base in one.__mro__ if issubclass(base, DOMNode)}


def _bindings() -> Iterator[Binding]:
    for one in _classes():
        yield from Binding.make_bindings(one.__dict__.get("BINDINGS", ()))


def _options(name: str) -> set[str]:
    return {f"option:{action.dest}" for action in parser_of(name).declared}


def _everything() -> set[str]:
    commands = ("browse", *COMMANDS)
    found = {binding.id for binding in _bindings() if binding.id} | {f"command:{name}" for name in commands}
    return found.union(*map(_options, commands))


def _all(verdict: Verdict) -> set[str]:
    return {action for action, given in VERDICTS.items() if given is verdict}


def test_the_table_names_every_action_command_and_option_and_nothing_else() -> None:
    assert _everything() == set(VERDICTS)


def test_textual_s_own_keys_only_move_and_edit() -> None:
    own = {binding.action.split("(")[0] for binding in _bindings() if not binding.id}
    moving = {name for name in own if name.startswith(("cursor_", "delete_", "scroll_", "page_"))}
    assert own - moving == {
        "app.focus_next", "app.focus_previous", "screen.copy_text", "help_quit", "quit",
        "copy", "cut", "paste", "select_all", "submit", "home", "end",
    }  # fmt: skip


@pytest.mark.parametrize("confined", [Confinement(None), Confinement(Path("/"))])
def test_what_the_table_does_not_know_is_refused(confined: Confinement) -> None:
    assert confined.verdict("fly") is Verdict.REFUSED
    assert {confined.verdict(action) for action in _all(Verdict.REFUSED)} == {Verdict.REFUSED}


def test_of_the_app_s_own_actions_only_leaving_and_help_are_left(store: Store) -> None:
    app = BrowserApp(Session(store, confined=Confinement(None)))
    names = {name.removeprefix("action_") for name in dir(App) if name.startswith("action_")} | {"suspend_process"}
    assert {name for name in names if app.check_action(name, ())} == {"quit", "help_quit"}


_IMPORT = ("import", "x.csv", "--into", ".", "--event", "x", "--map", "x", "--sheet", "x", "--name", "x", "--dry-run")
_SERVE = ("--port", "1", "--host", "::1", "--readers", "1", "--idle", "1")
REFUSED = {
    "command:new": [("new", "x")],
    "command:prepare": [("prepare",), ("prepare", ".")],
    **{key: [("diff", ".", "."), ("diff", ".@HEAD", ".")] for key in ("command:diff", "option:old", "option:new")},
    "command:import": [("import", "x.csv", "--into", ".")],
    **{key: [_IMPORT] for key in ("option:file", "option:into", "option:event", "option:map", "option:dry_run")},
    **{key: [_IMPORT] for key in ("option:sheet", "option:name", "option:set", "option:undo", "option:keep_history")},
    "option:prepare": [("import", "x.csv", "--into", ".", "--prepare")],
    "command:serve": [("serve",)],
    **{key: [("serve", *_SERVE)] for key in ("option:port", "option:host", "option:readers", "option:idle")},
    "option:public_url": [("serve", "--public-url", "https://fairs.example.org")],
    "option:archive": [("list", "deals", "--archive", "."), ("check", "."), (".",)],
    "option:to": [("publish", "--to", "clickhouse://localhost/fairs")],
    "option:log": [("list", "deals", "--log", "x"), ("--log", "x")],
    "option:log_level": [("list", "deals", "--log-level", "debug")],
    "option:follow": [("--follow",)],
    "option:verbose": [("list", "deals", "-v"), ("--verbose",)],
    "option:original": [("check", "--original", "x"), ("--original", "x")],
}
BEHIND_IMPORT = {
    "file-take", "file-complete", "file-up", "file-down", "file-cancel", "import-change",
    "prepare-stop",
    "import-write", "import-replace", "import-kind", "import-event", "import-back",
    "import-replace-all", "import-replace-keep", "import-replace-not",
}  # fmt: skip
"""What the screens do that import-list opens, which is off itself."""
COMPARING = {
    "changes", "changes-back", "edition-take", "edition-up", "edition-down", "edition-close", "edition-other",
    "edition-back",
}  # fmt: skip
"""What tells of an older edition: another folder, or the repository, is read for it."""
KEEPING = {"view-rename", "view-remove", "view-name-take", "view-name-place", "view-name-cancel"}
"""What keeps, changes or removes a view: in secure mode the archive's are opened, and none is written."""
DECIDING = {"twins-same", "twins-different", "twins-later", "twins-undo"}
"""What writes into data/same.toml; the pairs themselves are shown."""
CONFINED = {
    "option:output": [("export", "deals", "-o", "a.csv")],
    "option:force": [("export", "deals", "--force", "-o", "a.csv")],
    "command:publish": [("publish", "a.csv"), ("publish", "--format", "ftm", "a.csv")],
    "option:folder": [("publish", "--force", "a.csv")],
}


def test_the_lists_of_this_page_are_whole() -> None:
    opened = {*BEHIND_IMPORT, *KEEPING, *COMPARING, *DECIDING}
    assert {*REFUSED, *opened, "import-list", "import-undo", "suspend"} == _all(Verdict.REFUSED)
    written = {f"{name}{end}" for name in ("export", "publish", "brief") for end in ("", "-write", "-replace")}
    assert {*CONFINED, *written} == _all(Verdict.CONFINED)


@pytest.mark.parametrize("arguments", [one for every in (REFUSED, CONFINED) for ones in every.values() for one in ones])
def test_it_is_refused_without_a_folder(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.setenv("CQ_TUI_SECURE", "1")
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "off in secure mode" in ran.err


@pytest.mark.parametrize("arguments", [one for ones in CONFINED.values() for one in ones])
def test_it_is_confined_with_a_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder, elsewhere = tmp_path / "export", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("CQ_TUI_EXPORT_DIR", str(folder))
    assert run("--secure", *arguments).code == 0
    assert [file.name for file in folder.iterdir()] == ["a.csv"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("arguments", [one for ones in REFUSED.values() for one in ones])
def test_it_is_refused_with_a_folder_too(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CQ_TUI_EXPORT_DIR", str(tmp_path))
    assert run("--secure", *arguments).code == 2


def test_every_way_out_is_closed(tmp_path: Path) -> None:
    found = try_all(tmp_path)
    succeeded = {way: what for way, what in found.items() if what}
    print(f"{len(found)} ways out of secure mode tried, {len(succeeded)} succeeded")
    assert succeeded == {}
    assert len(found) >= 40


def test_no_traceback_even_where_one_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_TRACEBACK", "1")
    monkeypatch.setattr("cq_tui.commands.list.select", lambda _options: 1 / 0)
    ran = run("--secure", "list", "deals")
    assert (ran.code, ran.err.count("\n"), "ZeroDivisionError" in ran.err) == (1, 1, True)


@pytest.mark.parametrize(("flags", "variables"), [((), {"PYTHONINSPECT": "1"}), (("-i",), {}), (("-I", "-i"), {})])
@pytest.mark.parametrize("arguments", [("list", "deals"), ("--help",), ("list",)])
def test_no_prompt_of_python_follows(
    tmp_path: Path, flags: tuple[str, ...], variables: dict[str, str], arguments: tuple[str, ...]
) -> None:
    command = [sys.executable, *flags, "-m", "cq_tui", "--secure", *arguments]
    with Process(
        command, Path(cq_tui.screens.__path__[0]).parents[1], clean_environment(tmp_path, **variables)
    ) as process:
        assert process.exit_code(20) == 2
        assert b">>>" not in process.raw


def test_nothing_is_loaded_from_the_home_or_from_where_one_stands(tmp_path: Path) -> None:
    site = tmp_path / f".local/lib/python3.{sys.version_info.minor}/site-packages"
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w')"
    for name in ("usercustomize", "sitecustomize", "cq_tui", "textual", "duckdb", "json"):
        for folder in (site, tmp_path):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.py").write_text(trap)
    for name in (".duckdbrc", ".config/textual/config.toml", ".config/cq-tui/config.toml", ".cq-tui.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("archive = '/etc'\n")
    before = sorted(tmp_path.rglob("*"))
    command = [sys.executable, "-I", "-m", "cq_tui", "--secure", "list", "deals"]
    ran = subprocess.run(command, cwd=tmp_path, env=clean_environment(tmp_path), capture_output=True, check=False)
    assert ran.returncode == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_suspending_and_exporting_are_off_in_the_browser(tmp_path: Path) -> None:
    with Terminal(["--lang", "en", "--secure", "--tab", "deals"], home=tmp_path) as terminal:
        terminal.wait_for("4 of 4", "quit").press("\x1a").settle()
        assert (terminal.process.alive, terminal.process.stopped) == (True, False)
        terminal.press("e").wait_for("Exporting into files is off in secure mode")
        terminal.press("q")
        assert terminal.wait_exit() == 0


TAKEN = ("taken.csv", "link.csv")


NAMES = ("../x.csv", "~/x.csv", ".x", "folder/x.csv", "taken.csv", "link.csv", "plain.csv")


def test_exporting_in_the_browser_is_confined(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "taken.csv").touch()
    (folder / "folder").symlink_to(tmp_path)
    (folder / "link.csv").symlink_to(tmp_path / "x.csv")
    before = sorted(tmp_path.rglob("*"))
    with Terminal(
        ["--lang", "en", "--tab", "deals"], home=tmp_path, CQ_TUI_SECURE="1", CQ_TUI_EXPORT_DIR=str(folder)
    ) as terminal:
        terminal.wait_for("4 of 4", "quit")
        for name in NAMES:
            terminal.press("e").wait_for("Export 4 rows", "deals.csv")
            terminal.press("ctrl+u").wait_gone("deals.csv").press(name).wait_for(name).press("enter")
            if name == "plain.csv":
                terminal.wait_for("rows written").settle()
            else:
                terminal.wait_for("Enter write" if name in TAKEN else "plain name").settle()
                assert sorted(tmp_path.rglob("*")) == before, name
                terminal.press("esc").wait_gone("Export 4 rows")
    assert sorted(tmp_path.rglob("*")) == sorted([*before, folder / "plain.csv"])
    assert not (folder / "link.csv").exists()


def test_the_page_for_administrators_names_what_is_off() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ssh.md").read_text("utf-8")
    table = page[page.index("## What is off") : page.index("## Memory")]
    options = {action.replace("option:", "--") for action in _all(Verdict.REFUSED) | _all(Verdict.CONFINED)}
    named = {option.replace("_", "-") for option in options if option.startswith("--")} - {
        "--file",
        "--folder",
        "--old",
        "--new",
    }  # import FILE, publish FOLDER, diff OLD NEW
    assert {option for option in named if f"`{option}`" not in table} == set()

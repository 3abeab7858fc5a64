"""Ways out of secure mode, each tried in a world of its own: a folder for exports, and everything else."""

import contextlib
import io
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cq_tui.cli import main

from tests.unit.made import DEAL, EVENT, write_archive

SECRET = "Zitronenfalter"
"""Stands in files that secure mode must not show."""


@dataclass(frozen=True)
class Way:
    """A command line and an environment. ``harmless``: it may do its work, as long as nothing outside changes."""

    name: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    harmless: bool = False


class World:
    """An export folder with traps in it, and outside of it a home, an archive and files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.export, self.home, self.out = (root / name for name in ("export", "home", "out"))
        for folder in (self.export, self.home, self.out):
            folder.mkdir(parents=True)
        secret = DEAL.replace('"Mill"', f'"{SECRET}"')
        write_archive(self.out / "archive", events=EVENT, deals=secret)
        (self.out / "victim.csv").write_text(SECRET)
        (self.export / "taken.csv").write_text("mine")
        for name, target in {"link.csv": "victim.csv", "dangling.csv": "new.csv", "folder": "."}.items():
            (self.export / name).symlink_to(self.out / target)

    def outside(self) -> dict[str, bytes]:
        """What stands outside of the export folder, and the file in it that is somebody's."""
        files = [*self.home.rglob("*"), *self.out.rglob("*"), self.export / "taken.csv", *self.root.glob("*.*")]
        return {str(file): file.read_bytes() for file in files if file.is_file()}


def tried(way: Way, root: Path) -> str:
    """Try a way; in what it succeeded, or nothing."""
    world = World(root)
    before = world.outside()
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            patch.delenv(name)
        standard = {"CQ_TUI_SECURE": "1", "CQ_TUI_EXPORT_DIR": str(world.export), "HOME": str(world.home)}
        for name, value in {**standard, "TERM": "xterm", **way.environment}.items():
            patch.setenv(name, value.replace("{root}", str(root)))
        patch.chdir(world.out)
        code, shown = _run([word.replace("{root}", str(root)) for word in way.arguments])
    changed = world.outside() != before
    found = {"changed a file": changed, "showed a secret": SECRET in shown, "traceback": "Traceback" in shown}
    if not way.harmless:
        found["was done"] = code not in (1, 2)
    return ", ".join(what for what, so in found.items() if so)


def _run(arguments: list[str]) -> tuple[int, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _stream in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    for stream in (out, err):
        stream.flush()
    return code, "".join(stream.buffer.getvalue().decode(errors="replace") for stream in (out, err))  # type: ignore[attr-defined]


_NAMES = (
    "../x.csv",
    "{root}/out/../x.csv",
    "{root}/out/x.csv",
    "a/b.csv",
    "folder/x.csv",
    "folder",
    ".",
    "..",
    "",
    ".hidden.csv",
    ".profile",
    "~/x.csv",
    "$HOME/../out/x.csv",
    "/dev/stdout",
    "/proc/self/cwd/x.csv",
    "file:///tmp/x.csv",
    "-rf",
    "x\0.csv",
    "x\n.csv",
    "\x1b]0;x\x07.csv",
    "\u202evsc.x",
    "x" * 300,
    "link.csv",
    "dangling.csv",
    "taken.csv",
)

_HARMLESS_NAMES = ("~", "$HOME", "a;id", "link.csv --force", "dangling.csv --force", "plain.csv")

_OPTIONS = (
    "list deals --archive {root}/out/archive",
    "list deals --archive={root}/out/archive",
    "show deals mill --archive {root}/out/archive",
    "export deals --archive {root}/out/archive",
    "list deals --archive .",
    "check {root}/out/archive",
    "{root}/out/archive",
    "check --original {root}/out/victim.csv",
    "--original {root}/out/victim.csv",
    "--original={root}/out/victim.csv",
    "list deals --secure=0",
    "list deals --no-secure",
    "list @{root}/out/victim.csv",
    "list deals > {root}/out/x.csv",
    "export deals --columns id,read_text('{root}/out/victim.csv')",
    "list deals --sort id;--",
    "list deals --archiv {root}/out/archive",
    "export deals --force --output",
    "schema {root}/out/victim.csv",
    "export deals --format {root}/out/victim.csv",
)

_QUERIES = (
    "'; COPY deals TO '{root}/out/x.csv' --",
    "title:read_text('{root}/out/victim.csv')",
    '/(?{{__import__("os").system("touch x.csv")}})/',
    "') UNION SELECT * FROM read_csv('{root}/out/victim.csv') --",
)

_VARIABLES = """
    PYTHONINSPECT PYTHONSTARTUP PYTHONBREAKPOINT PYTHONPATH PYTHONHOME PYTHONUSERBASE PYTHONWARNINGS PYTHONPYCACHEPREFIX
    PYTHONEXECUTABLE PYTHONPLATLIBDIR PYTHONCASEOK PYTHONASYNCIODEBUG PYTHONTRACEMALLOC PYTHONDEVMODE PYTHONVERBOSE
    PYTHONPROFILEIMPORTTIME PYTHONPERFSUPPORT PYTHONDUMPREFSFILE PYTHONMALLOC PYTHONFAULTHANDLER
    TEXTUAL TEXTUAL_DRIVER TEXTUAL_LOG TEXTUAL_DEBUG TEXTUAL_DEVTOOLS_HOST TEXTUAL_DEVTOOLS_PORT TEXTUAL_PRESS
    TEXTUAL_SCREENSHOT TEXTUAL_SCREENSHOT_LOCATION TEXTUAL_SCREENSHOT_FILENAME TEXTUAL_ALLOW_SIGNALS
    TEXTUAL_SHOW_RETURN TEXTUAL_FILTERS TEXTUAL_THEME
""".split()

_FOLDERS = ("out", "{root}/out/../..x", "{root}/none", "{root}/out/victim.csv", "{root}/export/folder", "~", ".")

_OVER_SSH = (
    "sh",
    "bash -c id",
    "cq-tui list deals; id",
    "cq-tui export deals > {root}/out/x.csv",
    "cq-tui 'list",
    "internal-sftp",
    "cq-tui list deals --archive {root}/out/archive",
    "cq-tui export deals --output {root}/out/x.csv",
    "/tmp/cq-tui list deals",
)


def ways() -> Iterator[Way]:
    """Every way."""
    for name in _NAMES:
        yield Way(f"output {name[:40]!r}", ("export", "deals", "--output", name))
    for name in _HARMLESS_NAMES:
        yield Way(
            f"output {name!r}", ("export", "deals", f"--output={name.split()[0]}", *name.split()[1:]), harmless=True
        )
    for line in _OPTIONS:
        yield Way(line, tuple(line.split()))
    for query in _QUERIES:
        yield Way(f"filter {query}", ("export", "deals", f"--filter={query}"), harmless=True)
    for variable in _VARIABLES:
        yield Way(f"{variable} is set", ("list", "deals"), {variable: "{root}/out/x.csv"})
    for folder in _FOLDERS:
        yield Way(f"export folder {folder}", ("export", "deals", "--output", "x.csv"), {"CQ_TUI_EXPORT_DIR": folder})
    yield Way("no export folder", ("export", "deals", "--output", "x.csv"), {"CQ_TUI_EXPORT_DIR": ""})
    for asked in _OVER_SSH:
        yield Way(f"ssh host {asked!r}", (), {"SSH_ORIGINAL_COMMAND": asked})
    switched = {"CQ_TUI_SECURE": "0"}
    yield Way("switched off", ("--secure", "list", "deals", "--archive", "{root}/out/archive"), switched)
    fixed = ("--secure", "list", "deals", "--filter", "nothing")
    yield Way("a fixed command", fixed, {"SSH_ORIGINAL_COMMAND": "cq-tui export deals -o x.csv"}, harmless=True)


def try_all(root: Path) -> dict[str, str]:
    """Try every way; what each succeeded in."""
    found = {}
    for number, way in enumerate(ways()):
        found[way.name] = tried(way, root / str(number))
        shutil.rmtree(root / str(number))
    return found

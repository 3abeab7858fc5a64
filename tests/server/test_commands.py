"""Every command in front of a server: the same answer as in front of the folder, or one line that says why not."""

import os
from pathlib import Path

import pytest
from cq_tui.settings.paths import views_file
from cq_tui.views.saved import Place, SavedViews
from cq_tui.views.view import View

from tests.server.made_server import MadeServer
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.shipped import kinds
from tests.unit.conftest import Run, run  # noqa: F401  a fixture
from tests.unit.test_cli_errors import one_line

_VARIABLE = "CQ_TUI_ARCHIVE"


def test_the_usual_archive_may_be_a_server_s(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    monkeypatch.setenv("CQ_TUI_CONFIG", str(tmp_path / "config.toml"))
    SavedViews([], kinds(), views_file()).save(View("mine", "deals", "xnl", "title-desc", ("id", "title")), Place.MINE)
    commands = (
        ["list", "deals", "--filter", "xnl"],
        ["list", "deals", "--by", "category"],
        ["list", "--view", "mine"],
        ["export", "--view", "mine"],
        ["export", "overview"],
        ["schema"],
        ["schema", "--table", "deals"],
        ["completion", "bash"],
        ["brief"],
        ["brief", "--format", "html"],
        ["brief", "--filter", "country:DE", "--lang", "zh"],
        ["brief", "--kind", "speakers", "--sort", "name-desc"],
    )
    for command in commands:
        monkeypatch.delenv(_VARIABLE, raising=False)
        here = run(*command)
        monkeypatch.setenv(_VARIABLE, url)
        there = run(*command)
        assert (there.code, there.out, there.err) == (0, here.out, here.err), command


def test_a_folder_made_from_a_server_is_that_made_from_the_folder(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    tmp_path: Path,
) -> None:
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    assert run("publish", tmp_path / "here").code == 0
    assert run("publish", tmp_path / "there", "--archive", url).code == 0
    names = sorted(one.name for one in (tmp_path / "here").iterdir())
    assert sorted(one.name for one in (tmp_path / "there").iterdir()) == names
    for name in names:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes(), name


@pytest.mark.parametrize("command", ["check", "prepare"])
def test_what_is_of_files_says_so(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    monkeypatch.setenv(_VARIABLE, _url(served))
    line = one_line(run(command), 1)
    assert line == f"{_url(served)}: the archive of a server; this takes the folder that it was loaded from"
    monkeypatch.setenv(_VARIABLE, f"fairs{os.pathsep}{_url(served)}")
    assert one_line(run("list", "deals"), 1) == "The archive of a server is opened alone, not as one of several."

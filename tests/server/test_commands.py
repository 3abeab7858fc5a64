"""Every command in front of a server: the same answer as in front of the folder, or one line that says why not."""

import os
import shutil
from pathlib import Path

import pytest
from cq_tui.agents.answers import Answers
from cq_tui.archive.read import read, shipped
from cq_tui.files.named import archive_root
from cq_tui.settings.paths import views_file
from cq_tui.store.server.open_server import open_server
from cq_tui.store.store import Store
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


@pytest.mark.parametrize(
    "words",
    [
        ["export", "deals", "--format", "parquet", "--output", "out.parquet"],
        ["publish", "--to", "URL", "--force", "--archive", "URL"],
    ],
)
def test_what_a_server_does_not_give_is_one_line(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    """And nothing is left half: no file, and the archive as it was."""
    monkeypatch.chdir(tmp_path)
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    asked = [url if word == "URL" else word for word in words]
    ran = run(*asked, *([] if "URL" in words else ["--archive", url]))
    assert ran.code == 1
    assert "is not written as Parquet, nor loaded into another one. Export CSV or JSON" in ran.err
    assert [*tmp_path.iterdir()] == []
    assert run("list", "deals", "--archive", url).out == run("list", "deals").out


def test_the_views_of_an_archive_go_along(run: Run, served: MadeServer, tmp_path: Path) -> None:  # noqa: F811
    folder = tmp_path / "fairs"
    shutil.copytree(shipped() / "data", folder / "data")
    shutil.copytree(shipped() / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("*.md", "*.txt"))
    saved = SavedViews([folder], kinds(), None)
    saved.save(View("metals", "deals", "xnl", "title-desc", ("id", "title")), Place.ARCHIVE)
    url = _url(served)
    assert run("publish", "--to", url, "--archive", folder).code == 0
    here = run("list", "--view", "metals", "--archive", folder)
    there = run("list", "--view", "metals", "--archive", url)
    assert (there.code, there.out, there.err) == (0, here.out, here.err)
    store = open_server(archive_root(url))
    views = SavedViews(store.archive.roots, store.schema, None, told=store.archive.views)
    [kept] = views.every()[0]
    assert kept.view.name == "metals"
    assert not views.may_change(kept)


def test_in_secure_mode_the_host_names_the_one_server(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    here = run("list", "deals", "--filter", "xnl")
    monkeypatch.setenv("CQ_TUI_SECURE", "1")
    monkeypatch.setenv(_VARIABLE, url)
    there = run("list", "deals", "--filter", "xnl")
    assert (there.code, there.out) == (0, here.out)
    asked = len(served.asked)
    for words in (
        ["list", "deals", "--archive", url],
        ["list", "deals", "--archive", "clickhouse://other.example/fairs"],
        ["clickhouse://other.example/fairs"],
        ["publish", "--to", "clickhouse://other.example/fairs"],
        ["mcp", "--archive", "clickhouse://other.example/fairs"],
    ):
        assert "secure mode" in one_line(run(*words), 2), words
    assert len(served.asked) == asked


def test_an_agent_is_answered_as_over_the_folder(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    here, there = Answers(Store(read(shipped()))), Answers(open_server(archive_root(url)))
    deal = here.records("deals", limit=1)["records"][0]["id"]
    for asked in (
        lambda answers: answers.kinds(),
        lambda answers: answers.schema("deals"),
        lambda answers: answers.records("deals", "xnl"),
        lambda answers: answers.records("deals", "amount>=10亿", "amount-desc", 3, 2, ("id", "title", "amount")),
        lambda answers: answers.records("speakers", sort="name"),
        lambda answers: answers.record("deals", deal),
        lambda answers: answers.values("deals", "category"),
        lambda answers: answers.search("重庆"),
    ):
        assert asked(there) == asked(here)

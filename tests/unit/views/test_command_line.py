"""``--view``: what it opens, and what it is not with."""

from pathlib import Path

import pytest
from cq_tui.archive.schema import schema_of
from cq_tui.settings.paths import views_file
from cq_tui.views.saved import Place, SavedViews
from cq_tui.views.view import View

from tests.unit.conftest import Run

_CITIC = View("Citic", "deals", "citic", "title-desc", ("title", "amount"))


@pytest.fixture
def root(copy_of_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with a view, and a user with another one."""
    monkeypatch.setenv("CQ_TUI_CONFIG", str(tmp_path / "config.toml"))
    views = SavedViews([copy_of_archive], schema_of(copy_of_archive), views_file())
    views.save(_CITIC, Place.ARCHIVE)
    views.save(_CITIC._replace(name="Mine", sort="", columns=()), Place.MINE)
    return copy_of_archive


def test_list_and_export_take_kind_filter_order_and_columns(run: Run, root: Path) -> None:
    same = ("deals", "--filter", "citic", "--sort", "title-desc", "--columns", "title,amount")
    assert run("list", "--view", "Citic", "--archive", root) == run("list", *same, "--archive", root)
    ran = run("export", "--view=Citic", "--archive", root)
    assert ran.out.splitlines()[0] == "title_zh,title_en,amount"
    assert [line.split(",")[1][:4] for line in ran.out.splitlines()[1:]] == ["Fund", "Cred"]
    assert run("export", "deals", "--view", "Mine", "--archive", root) == run(
        "export", "deals", "--filter", "citic", "--archive", root
    )


def test_columns_and_figures_are_asked_beside_a_view(run: Run, root: Path) -> None:
    assert run("export", "--view", "Citic", "--columns", "id", "--archive", root).out.splitlines()[0] == "id"
    by_year = run("list", "--view", "Citic", "--by", "category", "--archive", root)
    assert by_year.code == 0
    assert by_year.out == run("list", "deals", "--filter", "citic", "--by", "category", "--archive", root).out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--view", "Citix"), "There is no view Citix. Did you mean Citic?"),
        (("--view", "Citic", "--filter", "x"), "A view says this itself: leave out --filter."),
        (("speakers", "--view", "Citic"), "The view Citic is of deals; leave out speakers."),
        ((), "Name a kind, or a view with --view."),
        (("--view", "\x1b[31m"), "There is no view"),
    ],
)
def test_what_can_not_be_is_one_clear_line(run: Run, root: Path, more: tuple[str, ...], said: str) -> None:
    for command in ("list", "export"):
        ran = run(command, *more, "--archive", root)
        assert ran.code != 0
        assert ran.out == ""
        assert ran.err.startswith(f"cq-tui: {said}")
        assert ran.err.count("\n") == 1
        assert "\x1b" not in ran.err


def test_secure_mode_knows_the_archive_s_views_alone(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_ARCHIVE", str(root))
    assert run("list", "--view", "Mine").code == 0
    monkeypatch.setenv("CQ_TUI_SECURE", "1")
    assert run("list", "--view", "Citic").code == 0
    assert "There is no view Mine" in run("list", "--view", "Mine").err


def test_without_a_configuration_nothing_of_one_s_own_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_CONFIG", "/dev/null")
    assert views_file() is None

"""Views that are kept: for oneself, and in the archive for all its readers."""

from pathlib import Path

import pytest
from cq_tui.archive.read import has_changed, read, shipped
from cq_tui.archive.schema import schema_of
from cq_tui.views.saved import Place, SavedViews, ViewError
from cq_tui.views.view import View

from tests.unit.conftest import Run
from tests.unit.made_kinds import declaring_archive

_GERMANS = View("Germans", "deals", "country:DE", "amount-desc", ("title", "amount"))


@pytest.fixture
def views(copy_of_archive: Path, tmp_path: Path) -> SavedViews:
    return SavedViews([copy_of_archive], schema_of(copy_of_archive), tmp_path / "settings" / "views.toml")


def _names(views: SavedViews) -> list[tuple[str, Place]]:
    every, problems = views.every()
    assert problems == []
    return [(one.view.name, one.place) for one in every]


def test_views_are_kept_in_either_place(views: SavedViews, copy_of_archive: Path, tmp_path: Path) -> None:
    assert views.places == [Place.MINE, Place.ARCHIVE]
    views.save(_GERMANS, Place.MINE)
    views.save(_GERMANS._replace(name="All"), Place.ARCHIVE)
    assert _names(views) == [("Germans", Place.MINE), ("All", Place.ARCHIVE)]
    assert (tmp_path / "settings" / "views.toml").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (copy_of_archive / "data").glob("views*")] == ["views.toml"]
    assert views.named("All").view == _GERMANS._replace(name="All")


def test_one_s_own_goes_before_the_archive_s(views: SavedViews) -> None:
    views.save(_GERMANS, Place.ARCHIVE)
    views.save(_GERMANS._replace(filter="country:FR"), Place.MINE)
    assert views.named("Germans").view.filter == "country:FR"
    views.remove(views.named("Germans"))
    assert views.named("Germans").view.filter == "country:DE"


def test_a_view_is_no_record_and_changes_no_prepared_archive(views: SavedViews, copy_of_archive: Path) -> None:
    before = read(copy_of_archive)
    views.save(_GERMANS, Place.ARCHIVE)
    assert not has_changed(before)
    assert read(copy_of_archive).problems == []


def test_an_archive_with_records_called_views_keeps_them(tmp_path: Path) -> None:
    root = declaring_archive(tmp_path / "own")
    with (root / "data" / "schema.toml").open("a") as schema:
        schema.write('\n[kinds.views]\nlabel = { zh = "景", en = "Sights" }\n')
    (root / "data" / "views.toml").write_text('[[views]]\nid = "hill"\nname = { en = "Hill" }\n')
    archive = read(root)
    assert [record.id for record in archive.records("views")] == ["hill"]
    mine = SavedViews([root], archive.schema, None)
    assert mine.every() == ([], [])
    assert mine.places == []


def test_the_shipped_archive_takes_no_view() -> None:
    views = SavedViews([shipped()], schema_of(shipped()), None)
    assert views.places == []
    with pytest.raises(ViewError, match="Views can't be kept here"):
        views.save(_GERMANS, Place.ARCHIVE)


def test_what_is_wrong_is_for_its_owner_to_mend(views: SavedViews, tmp_path: Path) -> None:
    path = tmp_path / "settings" / "views.toml"
    path.parent.mkdir()
    path.write_text("views = 3\n")
    with pytest.raises(ViewError, match=r"must be a list of tables.*mend it first"):
        views.save(_GERMANS, Place.MINE)
    assert path.read_text() == "views = 3\n"


def test_a_name_that_is_there_is_not_given_twice(views: SavedViews) -> None:
    saved = views.save(_GERMANS, Place.MINE)
    views.save(_GERMANS._replace(name="Other"), Place.MINE)
    with pytest.raises(ViewError, match="Other is the name of another view"):
        views.rename(saved, "Other")
    assert views.rename(saved, "Mine").view.name == "Mine"
    assert [name for name, _place in _names(views)] == ["Mine", "Other"]


def test_a_place_that_can_t_be_written_is_told(copy_of_archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    views = SavedViews([copy_of_archive], schema_of(copy_of_archive), tmp_path / "file" / "views.toml")
    with pytest.raises(ViewError, match=r"views\.toml"):
        views.save(_GERMANS, Place.MINE)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View("a", "deal"), "data/views.toml:3: kind: There is no kind deal. Did you mean deals?"),
        (View("a", "deals", "colour:red"), "data/views.toml:4: filter: colour:red: "),
        (View("a", "deals", "", "colour"), "data/views.toml:4: sort: colour"),
        (View("a", "deals", "", "", ("titel",)), "data/views.toml:4: columns: Deals have no column titel. Did you"),
    ],
)  # fmt: skip
def test_check_names_what_the_archive_does_not_know(
    run: Run, views: SavedViews, copy_of_archive: Path, view: View, said: str
) -> None:
    views.save(view, Place.ARCHIVE)
    ran = run("check", copy_of_archive)
    assert ran.code == 1
    assert ran.out.splitlines()[0].startswith(said)
    assert run("list", "deals", "--archive", copy_of_archive).code == 0, "a view is no reason not to open the archive"
    with pytest.raises(ViewError, match="The view a does not fit this archive"):
        views.named("a")


def test_one_s_own_view_may_be_for_another_archive(views: SavedViews, copy_of_archive: Path, run: Run) -> None:
    views.save(View("a", "fairs"), Place.MINE)
    every, problems = views.every()
    assert [one.why_not for one in every] == ["There is no kind fairs. Did you mean figures?"]
    assert problems == []
    assert run("check", copy_of_archive).code == 0

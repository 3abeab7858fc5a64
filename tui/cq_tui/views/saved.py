"""The views that are kept: one's own, and those that an archive has for all its readers."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.problem import Problem, file_name
from cq_tui.archive.read import shipped
from cq_tui.archive.tables import VIEWS_FILE
from cq_tui.archive.wording import nearest
from cq_tui.files.changes import changing
from cq_tui.files.named import ServerRoot
from cq_tui.files.write import WriteError, write
from cq_tui.language import _, sentences
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line
from cq_tui.views.view import View, unfit
from cq_tui.views.view_file import ViewFile, problem_of, read_views, views_of


class Place(Enum):
    """Where a view is kept."""

    MINE = "mine"
    ARCHIVE = "archive"


class Saved(NamedTuple):
    """A view, where and in which file it is kept, and why this archive can't answer it; empty where it can."""

    view: View
    place: Place
    path: Path
    why_not: str = ""


class ViewError(Exception):
    """A view is not there, or can't be kept; the text is one clear line."""


class SavedViews:
    """The views for an archive, read when they are asked for: another session may have saved one meanwhile."""

    def __init__(
        self, roots: Sequence[Path], schema: Schema, mine: Path | None, *, told: str = "", confined: bool = False
    ) -> None:
        """``mine``: the file of one's own; None where there is none. ``confined``: secure mode, which keeps nothing.

        ``told``: what the file of an archive says that stands in no folder.
        """
        folders = [root for root in roots if not isinstance(root, ServerRoot)]
        self._roots = folders if Path(VIEWS_FILE).stem not in schema else []  # else its records stand there
        self._told = [(root, told) for root in roots if isinstance(root, ServerRoot)] if told else []
        self._schema = schema
        self._mine = None if confined else mine
        self._confined = confined

    @property
    def places(self) -> list[Place]:
        """Where a view can be kept; the shipped archive belongs to the program."""
        if self._confined:
            return []
        mine = [Place.MINE] if self._mine else []
        return [*mine, *([Place.ARCHIVE] if self._roots and self._roots[0].resolve() != shipped().resolve() else [])]

    def every(self) -> tuple[list[Saved], list[Problem]]:
        """All views, one's own first, each place in the order of names; and what is wrong with the files."""
        found: list[Saved] = []
        problems: list[Problem] = []
        for place, path, name, file in self._read():
            problems += file.problems
            for number, view in sorted(file.views, key=lambda one: one[1].name.casefold()):
                fault = unfit(view, self._schema)
                found.append(Saved(view, place, path, fault.message if fault else ""))
                if fault and place is Place.ARCHIVE:  # one's own may be for another archive
                    problems.append(problem_of(file, name, number, fault.key, fault.message))
        return found, sorted(problems)

    def named(self, name: str) -> Saved:
        """The view of a name, one's own before the archive's. Raises ViewError where there is none that fits."""
        every, problems = self.every()
        same = [one for one in every if one.view.name == name]
        for one in same:
            if not one.why_not:
                return one
        if same:
            raise ViewError(
                _("The view {name} does not fit this archive: {why}").format(name=name, why=same[0].why_not)
            )
        message = _("There is no view {name}.").format(name=name)
        names = sorted({one.view.name for one in every if not one.why_not})
        raise ViewError(
            sentences(message, nearest(name, names) or ", ".join(names), str(problems[0]) if problems else "")
        )

    def save(self, view: View, place: Place) -> Saved:
        """Keep a view, in the place of one of its name. Raises ViewError."""
        path = next((path for one, path, _name in self._files() if one is place and place in self.places), None)
        if path is None:
            raise ViewError(_("Views can't be kept here."))
        _change(place, path, lambda file: file.with_view(view))
        return Saved(view, place, path)

    def remove(self, saved: Saved) -> None:
        """Keep a view no longer. Raises ViewError."""
        _change(saved.place, saved.path, lambda file: file.without(saved.view.name))

    def rename(self, saved: Saved, name: str) -> Saved:
        """Give a view another name, which none has there. Raises ViewError."""
        _change(saved.place, saved.path, partial(_renamed, saved.view.name, name))
        return saved._replace(view=saved.view._replace(name=name))

    def may_change(self, saved: Saved) -> bool:
        """Whether a view can be changed from here."""
        return saved.place in self.places and not saved.path.is_relative_to(shipped())

    def _read(self) -> Iterator[tuple[Place, Path, str, ViewFile]]:
        for place, path, name in self._files():
            yield place, path, name, read_views(path, name)
        for root, text in self._told:
            yield Place.ARCHIVE, root, VIEWS_FILE, views_of(text, VIEWS_FILE)

    def _files(self) -> list[tuple[Place, Path, str]]:
        """The files, and what problems call each."""
        mine = [(Place.MINE, self._mine, clean_line(str(self._mine)))] if self._mine else []
        several = len(self._roots) > 1
        paths = ((root, root / "data" / VIEWS_FILE) for root in self._roots)
        return [*mine, *((Place.ARCHIVE, path, file_name(root, path, several=several)) for root, path in paths)]


def _renamed(name: str, other: str, file: ViewFile) -> str:
    if file.place(other) is not None:
        raise ViewError(_("{name} is the name of another view, too").format(name=other))
    return file.renamed(name, other)


def _change(place: Place, path: Path, change: Callable[[ViewFile], str]) -> None:
    """Write a file as it is changed; it is read again first, so that what others kept stays. Raises ViewError."""
    try:
        if place is Place.MINE:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, [_changed(path, change)], replace=True, private=True)
        else:
            root = path.parent.parent
            with changing(root) as changes:
                changes.write(str(path.relative_to(root)), [_changed(path, change)])
                changes.commit()
    except WriteError as error:
        raise ViewError(str(error)) from None
    except OSError as error:
        raise ViewError(clean_line(f"{path}: {error.strerror or error}")) from None


def _changed(path: Path, change: Callable[[ViewFile], str]) -> bytes:
    """The new content of a file. Raises ViewError where something is wrong with it: that is for its owner to mend."""
    file = read_views(path, clean_line(str(path)))
    if file.problems:
        raise ViewError(_("{problem}; mend it first").format(problem=file.problems[0]))
    return change(file).encode()


def problems_of_views(roots: Sequence[Path], schema: Schema) -> list[Problem]:
    """Everything that is wrong with the views that an archive has for its readers."""
    return SavedViews(roots, schema, None).every()[1]

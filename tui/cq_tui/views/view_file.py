"""A file of views: ``[[views]]`` over the keys of each. What it says of others, and its comments, stay as written."""

from pathlib import Path
from typing import Any, NamedTuple

from cq_tui.archive.problem import Problem
from cq_tui.archive.wording import nearest
from cq_tui.files.text import FileFault, read_text
from cq_tui.files.toml import Toml, parse_toml
from cq_tui.language import _, sentences
from cq_tui.values.clean import clean_line
from cq_tui.views.view import LONGEST_FILTER, LONGEST_NAME, View

_VIEWS = "views"
_KEYS = View._fields


class ViewFile(NamedTuple):
    """The text of a file, its views, each with its place among them, and what is wrong with the others."""

    text: str = ""
    views: tuple[tuple[int, View], ...] = ()
    problems: tuple[Problem, ...] = ()
    toml: Toml = Toml("", {})

    def place(self, name: str) -> int | None:
        """The place of the view of a name."""
        return next((place for place, view in self.views if view.name == name), None)

    def with_view(self, view: View) -> str:
        """The text with a view: in the place of one of its name, or at the end."""
        place = self.place(view.name)
        return self._replaced(place, _block(view)) if place is not None else _appended(self.text, _block(view))

    def without(self, name: str) -> str:
        """The text without the view of a name."""
        place = self.place(name)
        return self.text if place is None else self._replaced(place, "")

    def renamed(self, name: str, other: str) -> str:
        """The text with another name for a view."""
        found = next(view for _place, view in self.views if view.name == name)
        return self._replaced(self.place(name) or 0, _block(found._replace(name=other)))

    def _replaced(self, place: int, block: str) -> str:
        """The text with other lines for a view; a comment above the next one stays with that."""
        lines = self.text.split("\n")
        start = self.toml.lines.places[_VIEWS, place] - 1
        following = self.toml.lines.places.get((_VIEWS, place + 1))
        end = len(lines) if following is None else following - 1
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        kept = "\n".join(lines[:start]).rstrip("\n")
        after = "\n".join(lines[end:]).strip("\n")
        return "\n\n".join(part for part in (kept, block.rstrip("\n"), after) if part) + "\n"


def read_views(path: Path, name: str) -> ViewFile:
    """Read a file, which need not be there; ``name`` is what problems call it."""
    try:
        return views_of(read_text(path), name)
    except FileFault as fault:
        return ViewFile() if fault.missing else ViewFile(problems=(Problem(name, fault.line, "", str(fault)),))


def views_of(text: str, name: str) -> ViewFile:
    """The views of a text whose lines end by LF."""
    try:
        toml = parse_toml(text)
    except FileFault as fault:
        return ViewFile(text, problems=(Problem(name, fault.line, "", str(fault)),))
    problems = [
        _problem(toml, name, (key,), sentences(_("is nothing that can be said here."), nearest(key, [_VIEWS])))
        for key in toml.tree
        if key != _VIEWS
    ]
    found: dict[str, tuple[int, View]] = {}
    tables = toml.tree.get(_VIEWS, [])
    if not isinstance(tables, list) or any((_VIEWS, place) not in toml.lines.places for place in range(len(tables))):
        message = _("must be a list of tables; write [[{name}]] over each").format(name=_VIEWS)
        return ViewFile(text, (), (*problems, _problem(toml, name, (_VIEWS,), message)), toml)
    for place, table in enumerate(tables):
        faults = _faults(table)
        problems += [_problem(toml, name, (_VIEWS, place, key), message) for key, message in faults]
        if not faults:
            view = _view(table)
            if view.name in found:
                message = _("{name} is the name of another view, too").format(name=view.name)
                problems.append(_problem(toml, name, (_VIEWS, place, "name"), message))
            else:
                found[view.name] = place, view
    return ViewFile(text, tuple(found.values()), tuple(problems), toml)


def problem_of(file: ViewFile, name: str, place: int, key: str, message: str) -> Problem:
    """A problem of a view's key."""
    return _problem(file.toml, name, (_VIEWS, place, key), message)


def _problem(toml: Toml, name: str, path: tuple[str | int, ...], message: str) -> Problem:
    return Problem(name, toml.lines.of(path), clean_line(str(path[-1])), clean_line(message))


def _faults(table: dict[str, Any]) -> list[tuple[str, str]]:
    """The keys of a view that can't be so, each with why."""
    known = list(_KEYS)
    there = _("There can be: {names}.").format(names=", ".join(known))
    found = [
        (key, sentences(_("is nothing that can be said here."), nearest(key, known) or there))
        for key in table
        if key not in known
    ]
    for key, example in (("name", 'name = "..."'), ("kind", 'kind = "deals"')):
        if not table.get(key):
            found.append((key, _("is missing; write {example}").format(example=example)))
    for key, most in (("name", LONGEST_NAME), ("kind", LONGEST_NAME), ("filter", LONGEST_FILTER), ("sort", 200)):
        value = table.get(key, "")
        if not isinstance(value, str):
            found.append((key, _("must be a text; write {example}").format(example=f'{key} = "..."')))
        elif len(value) > most or len(value.splitlines()) > 1 or value != value.strip():
            message = _("must be one line of at most {most} characters, without blanks at its ends")
            found.append((key, message.format(most=most)))
    columns = table.get("columns", [])
    if not isinstance(columns, list) or not all(isinstance(one, str) for one in columns):
        found.append(("columns", _("must be a list of names; write {example}").format(example='columns = ["title"]')))
    return found


def _view(table: dict[str, Any]) -> View:
    return View(**{**table, "columns": tuple(dict.fromkeys(table.get("columns", ())))})


def _block(view: View) -> str:
    """The lines of a view; what it leaves open is not written."""
    import tomli_w

    said = {key: list(value) if key == "columns" else value for key, value in view._asdict().items() if value}
    return f"[[{_VIEWS}]]\n{tomli_w.dumps(said)}"


def _appended(text: str, block: str) -> str:
    before = text.rstrip("\n")
    return f"{before}\n\n{block}" if before else block

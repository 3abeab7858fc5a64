"""The state kept between runs: choices made with a key, column layouts, filter history. Losing it loses no data."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from cq_tui.files.text import FileFault
from cq_tui.files.toml import read_toml
from cq_tui.files.write import WriteError, write
from cq_tui.language import LANGUAGES, Language
from cq_tui.settings.names import THEMES
from cq_tui.values.clean import clean_line

_FILTERS = 200
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class State:
    """``columns``: a ``Layout.table`` by kind. ``filters``: the history, oldest first."""

    language: Language | None = None
    theme: str | None = None
    greeted: bool = False
    filters: tuple[str, ...] = ()
    columns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read(path: Path) -> State:
    """The state in a file, or the default one; entries that are not valid are left out. Never raises."""
    return _read(path)[0]


def _read(path: Path) -> tuple[State, str]:
    """The state, and why the file can't be read: an empty text where it can, or does not exist."""
    try:
        tree = read_toml(path).tree
    except FileFault as fault:
        there = os.path.exists(path)  # not where its folder is none, or can't be entered: then nothing was kept
        return State(), clean_line(f"{path}: {fault}") if there else ""
    columns = _mapping(tree.get("columns"))
    filters = tree.get("filters")
    state = State(
        language=next((one for one in LANGUAGES if one == tree.get("language")), None),
        theme=next((one for one in THEMES if one == tree.get("theme")), None),
        greeted=tree.get("greeted") is True,
        filters=_filters(filters if isinstance(filters, list) else []),
        columns={kind: _mapping(table) for kind, table in columns.items()},
    )
    return state, ""


class Memory:
    """The current state and its file. Without a file (secure mode) nothing is read or written."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the file; ``problem`` says why it can't be read, if it can't."""
        self._path = path
        self.state, self.problem = _read(path) if path else (State(), "")

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self._path is not None

    def keep(self, **changes: Any) -> str | None:
        """Change fields of the state, here and in the file. Returns why the file can't be written, or None.

        The file is read again first, so that changes of another running program stay.
        """
        self.state = replace(self.state, **changes)
        if self._path is None:
            return None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write(self._path, [_text(replace(read(self._path), **changes))], replace=True, private=True)
        except OSError as error:
            return error.strerror or type(error).__name__
        except WriteError as error:
            return str(error)
        return None

    def keep_filter(self, text: str) -> str | None:
        """Append a filter to the history. Returns why it can't be written, or None."""
        known = read(self._path).filters if self._path else self.state.filters
        return self.keep(filters=_filters([*(one for one in known if one != text), text]))

    def keep_columns(self, kind: str, layout: Mapping[str, Any]) -> str | None:
        """Keep a kind's ``Layout.table``. Returns why it can't be written, or None."""
        known = read(self._path).columns if self._path else self.state.columns
        return self.keep(columns={**known, kind: dict(layout)})


def _filters(texts: list[Any]) -> tuple[str, ...]:
    each = (clean_line(text).strip()[:_LONGEST] for text in texts if isinstance(text, str))
    return tuple(text for text in each if text)[-_FILTERS:]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(state: State) -> bytes:
    import tomli_w

    held = {name: value for name, value in asdict(state).items() if value not in (None, (), {}, False)}
    return (
        "# Kept by cq-tui. What should hold at every start belongs into config.toml.\n" + tomli_w.dumps(held)
    ).encode()

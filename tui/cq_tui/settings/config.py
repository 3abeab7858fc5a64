"""``config.toml``: what the user set. What is wrong in it is named with its line, and its default holds."""

import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from cq_tui.archive.wording import nearest
from cq_tui.export.export import ENCODINGS
from cq_tui.export.formats import FORMATS
from cq_tui.files.lines import Lines, scan
from cq_tui.language import LANGUAGES, Language, _, sentences
from cq_tui.model.clean import clean_line
from cq_tui.secure import ACTIONS
from cq_tui.settings.key_names import normal
from cq_tui.settings.names import COLORS, THEMES

_LARGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class ExportDefaults:
    """How exports are written where nothing else is asked for; None is the usual way."""

    format: str | None = None
    encoding: str | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What the user set; None where nothing is. ``keys`` holds action ids and their keys by comma."""

    language: Language | None = None
    theme: str | None = None
    ascii: bool = False
    mouse: bool = False
    color: str = "auto"
    keys: Mapping[str, str] = field(default_factory=dict)
    export: ExportDefaults = ExportDefaults()


class _Wrong(Exception):
    """Why a value can't be used; never leaves this file."""


@dataclass
class ConfigFile:
    """The text of a configuration file and what was found wrong with it, one line each."""

    path: Path
    text: str = ""
    tree: Mapping[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @cached_property
    def _lines(self) -> Lines:
        return scan(self.text)

    @property
    def language(self) -> Language | None:
        """The language that is set, before anything is said."""
        value = self.tree.get("language")
        return next((one for one in LANGUAGES if one == value), None)

    def complain(self, path: tuple[str, ...], message: str, line: int | None = None) -> None:
        """Note what is wrong at a place, with its line."""
        number = self._lines.of(path) if line is None else line
        place = f"{self.path.name}:{number}" if number else self.path.name
        what = f"{'.'.join(path)}: {message}" if path else message
        self.problems.append(clean_line(f"{place}: {what}"))

    def checked(self) -> Config:
        """What is set and can be used; the rest is in ``problems``, in the language in force."""
        if not self.tree:
            return Config()
        values = self._table((), _SETTINGS, {"keys", "export"})
        export = ExportDefaults(**self._table(("export",), _EXPORT))
        return Config(**values, export=export, keys=self._table(("keys",), dict.fromkeys(ACTIONS, _keys)))

    def _table(
        self,
        path: tuple[str, ...],
        known: Mapping[str, Callable[[Any], Any]],
        tables: set[str] = frozenset(),  # type: ignore[assignment]
    ) -> dict[str, Any]:
        tree: Any = self.tree
        for step in path:
            tree = tree.get(step, {})
        if not isinstance(tree, dict):
            self.complain(path, _("is not a table; write [{name}] above its lines.").format(name=path[-1]))
            return {}
        found: dict[str, Any] = {}
        for name, value in tree.items():
            try:
                if name in known:
                    found[name] = known[name](value)
                elif name not in tables:
                    raise _Wrong(sentences(_("is not known."), nearest(name, [*known, *tables])))
            except _Wrong as why:
                self.complain((*path, name), str(why))
        return found


def read(path: Path) -> ConfigFile:
    """Read a configuration file; none is as good as an empty one. Never raises."""
    file = ConfigFile(path)
    try:
        if path.stat().st_size > _LARGEST:
            file.complain((), _("is too large to be a configuration."))
            return file
        file.text = path.read_text("utf-8-sig").replace("\r\n", "\n")
        file.tree = tomllib.loads(file.text)
    except FileNotFoundError:
        pass
    except OSError as error:
        file.complain((), _("can't be read: {why}").format(why=error.strerror or type(error).__name__))
    except UnicodeDecodeError:
        file.complain((), _("is not UTF-8; save it as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column \d+\)", str(error))
        what = re.sub(r"\s*\(at [^)]*\)", "", str(error))
        line = int(place[1]) if place else file.text.count("\n") + 1
        file.complain((), _("is not TOML: {what}").format(what=what), line)
    except (RecursionError, ValueError):
        file.complain((), _("is nested too deep or holds a number too long to read"))
    return file


def _one_of(*known: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value in known:
            return str(value)
        near = nearest(str(value), list(known)) if isinstance(value, str) else ""
        raise _Wrong(
            sentences(_("{value} is not one of {codes}.").format(value=_told(value), codes=", ".join(known)), near)
        )

    return check


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise _Wrong(_("{value} is not true or false.").format(value=_told(value)))


def _folder(value: Any) -> Path:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        with suppress(OSError, RuntimeError):
            path = Path(value).expanduser()
            if path.is_dir():
                return path
        raise _Wrong(_("there is no folder {name}.").format(name=_told(value)))
    raise _Wrong(_("{value} is not the name of a folder.").format(value=_told(value)))


def _keys(value: Any) -> str:
    """Keys by comma, as Textual calls them; ``["/", "f3"]`` and ``"slash,f3"`` are the same."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text for text in texts):
        raise _Wrong(_('{value} is not a key; write "slash" or "slash,f3".').format(value=_told(value)))
    each = [key for text in texts for key in ([text] if len(text) == 1 else text.split(","))]
    names = [normal(key) for key in each]
    if None in names:
        wrong = each[names.index(None)]
        raise _Wrong(_("there is no key {name}; keys are x, X, slash, enter, f3, ctrl+x.").format(name=_told(wrong)))
    return ",".join(name for name in names if name)


def _told(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


_SETTINGS: Mapping[str, Callable[[Any], Any]] = {
    "language": _one_of(*LANGUAGES),
    "theme": _one_of(*THEMES),
    "ascii": _yes_or_no,
    "mouse": _yes_or_no,
    "color": _one_of(*COLORS),
}
_EXPORT: Mapping[str, Callable[[Any], Any]] = {
    "format": _one_of(*FORMATS),
    "encoding": _one_of(*ENCODINGS),
    "folder": _folder,
}

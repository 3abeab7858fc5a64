"""The model of ``config.toml``. Its validators word their own errors, for people and in the language in force."""

from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cq_tui.archive.wording import nearest
from cq_tui.export.formats import ENCODINGS, format_names
from cq_tui.language import LANGUAGES, Language, _, sentences
from cq_tui.schema.checks import After, Before
from cq_tui.schema.model import Model
from cq_tui.secure import ACTIONS
from cq_tui.settings.key_names import normalised
from cq_tui.settings.names import COLORS, THEMES

if TYPE_CHECKING:  # most users set nothing, so that nothing is checked
    from pydantic_core import ErrorDetails, PydanticCustomError

Fault = tuple[tuple[str, ...], str]
"""The path of a key, and what is wrong with its value in one line."""


def _wrong(message: str) -> "PydanticCustomError":
    from pydantic_core import PydanticCustomError

    return PydanticCustomError("setting", "{message}", {"message": message})


def _short(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _one_of(*known: str) -> Before:
    def check(value: object) -> object:
        if value in known:
            return value
        near = nearest(value, list(known)) if isinstance(value, str) else ""
        words = _("{value} is not one of {codes}.").format(value=_short(value), codes=", ".join(known))
        raise _wrong(sentences(words, near))

    return Before(check)


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(_("{value} is not true or false.").format(value=_short(value)))


def _folder(value: object) -> Path:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        with suppress(OSError, RuntimeError):  # RuntimeError: a ~ that leads to nobody's home
            path = Path(value).expanduser()
            if path.is_dir():
                return path
        raise _wrong(_("there is no folder {name}.").format(name=_short(value)))
    raise _wrong(_("{value} is not the name of a folder.").format(value=_short(value)))


def _keys(value: object) -> str:
    """Keys by comma, as Textual calls them; ``["/", "f3"]`` and ``"slash,f3"`` are the same."""
    texts: list[Any] = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text for text in texts):
        raise _wrong(_('{value} is not a key; write "slash" or "slash,f3".').format(value=_short(value)))
    each = [key for text in texts for key in ([text] if len(text) == 1 else text.split(","))]
    names = [normalised(key) for key in each]
    if None in names:
        wrong = each[names.index(None)]
        raise _wrong(_("there is no key {name}; keys are x, X, slash, enter, f3, ctrl+x.").format(name=_short(wrong)))
    return ",".join(name for name in names if name)


def _action(name: str) -> str:
    if name not in ACTIONS:
        raise _wrong(_unknown(name, ACTIONS))
    return name


def _unknown(name: str, known: tuple[str, ...]) -> str:
    return sentences(_("is not known."), nearest(name, list(known)))


_Flag = Annotated[bool, Before(_yes_or_no)]


class ExportDefaults(Model):
    """How exports are written where nothing else is asked for; None is the usual way."""

    format: Annotated[str | None, _one_of(*format_names())] = None
    encoding: Annotated[str | None, _one_of(*ENCODINGS)] = None
    folder: Annotated[Path | None, Before(_folder)] = None


class Config(Model):
    """What the user set; None where nothing is. ``keys`` holds action ids and their keys by comma."""

    language: Annotated[Language | None, _one_of(*LANGUAGES)] = None
    theme: Annotated[str | None, _one_of(*THEMES)] = None
    ascii: _Flag = False
    mouse: _Flag = False
    color: Annotated[str, _one_of(*COLORS)] = "auto"
    keys: dict[Annotated[str, After(_action)], Annotated[str, Before(_keys)]] = {}
    export: ExportDefaults = ExportDefaults.model_construct()


def validated(tree: Mapping[str, Any]) -> tuple[Config, list[Fault]]:
    """The valid settings of a parsed file, and what is wrong with the others, which keep their defaults.

    pydantic refuses a tree as a whole, so the keys that it names are dropped and the rest is tried again.
    """
    if not tree:
        return Config.model_construct(), []
    from pydantic import ValidationError

    usable = deepcopy(dict(tree))
    faults: dict[tuple[str, ...], str] = {}
    while True:
        try:
            return Config.model_validate(usable), list(faults.items())
        except ValidationError as error:
            for details in error.errors(include_url=False):
                path = tuple(str(step) for step in details["loc"] if step != "[key]")
                faults.setdefault(path, _words(details, path))
                _drop(usable, path)


def _words(details: "ErrorDetails", path: tuple[str, ...]) -> str:
    match details["type"]:
        case "unexpected_keyword_argument":
            model = ExportDefaults if path[:-1] else Config
            return _unknown(path[-1], tuple(model.model_fields))
        case "dict_type" | "dataclass_type":
            return _("is not a table; write [{name}] above its lines.").format(name=path[-1])
        case _:
            return details["msg"]


def _drop(tree: dict[str, Any], path: tuple[str, ...]) -> None:
    *above, name = path
    for step in above:
        tree = tree[step]
    tree.pop(name, None)

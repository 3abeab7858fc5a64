"""The file ``config.toml``: read by every command, judged (``settings/config.py``) where it holds anything."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cq_tui.files.text import FileFault
from cq_tui.files.toml import Toml, read_toml
from cq_tui.language import LANGUAGES, Language
from cq_tui.values.clean import clean_line

if TYPE_CHECKING:
    from cq_tui.settings.config import Config


@dataclass
class ConfigFile:
    """A configuration file and what was found wrong with it: in ``problems``, one clean line each."""

    path: Path
    toml: Toml = field(default_factory=lambda: Toml("", {}))
    problems: list[str] = field(default_factory=list)

    @property
    def tree(self) -> Mapping[str, Any]:
        """What the file holds, unjudged."""
        return self.toml.tree

    @property
    def language(self) -> Language | None:
        """The language that is set: it is needed before anything can be said, also about this file."""
        value = self.tree.get("language")
        return next((one for one in LANGUAGES if one == value), None)

    def complain(self, path: tuple[str, ...], message: str, line: int = 0) -> None:
        """Note what is wrong with a key, or with the whole file, and its line."""
        number = line or self.toml.lines.of(path)
        place = f"{self.path.name}:{number}" if number else self.path.name
        what = f"{'.'.join(path)}: {message}" if path else message
        self.problems.append(clean_line(f"{place}: {what}"))

    @cached_property
    def config(self) -> "Config":
        """What is set and can be used; the rest is noted in ``problems``, in the language that is in force then.

        Imported when asked for: most commands ask for no setting but the language, and most users have no such file.
        """
        from cq_tui.settings.config import judged

        config, faults = judged(self.tree)
        for path, message in faults:
            self.complain(path, message)
        return config

    def judge(self) -> "Config | None":
        """The settings if there are any; what is wrong with them stands in ``problems`` then."""
        return self.config if self.tree else None


def read(path: Path) -> ConfigFile:
    """Read a configuration file; none, and the null device, are as good as an empty one. Never raises."""
    file = ConfigFile(path)
    if str(path) == os.devnull:
        return file
    try:
        file.toml = read_toml(path)
    except FileFault as fault:
        if not fault.missing:
            file.complain((), str(fault), fault.line)
    return file

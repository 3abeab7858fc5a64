"""The file ``config.toml``: read by every command, validated (``settings/config.py``) where it holds anything."""

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
    """A parsed configuration file; ``problems`` holds what is wrong with it, one clean line each, with line numbers."""

    path: Path
    toml: Toml = field(default_factory=lambda: Toml("", {}))
    problems: list[str] = field(default_factory=list)

    @property
    def tree(self) -> Mapping[str, Any]:
        """The parsed TOML, not validated yet."""
        return self.toml.tree

    @property
    def language(self) -> Language | None:
        """The language that is set: it is needed before anything can be said, also about this file."""
        value = self.tree.get("language")
        return next((one for one in LANGUAGES if one == value), None)

    def add_problem(self, path: tuple[str, ...], message: str, line: int = 0) -> None:
        """Add what is wrong with a key to ``problems``; an empty path is the whole file."""
        number = line or self.toml.lines.of(path)
        place = f"{self.path.name}:{number}" if number else self.path.name
        what = f"{'.'.join(path)}: {message}" if path else message
        self.problems.append(clean_line(f"{place}: {what}"))

    @cached_property
    def config(self) -> "Config":
        """The valid settings; the others are added to ``problems``, in the language in force at the first access.

        Imported when asked for: most commands ask for no setting but the language, and most users have no such file.
        """
        from cq_tui.settings.config import validated

        config, faults = validated(self.tree)
        for path, message in faults:
            self.add_problem(path, message)
        return config

    def validate(self) -> "Config | None":
        """Validate the settings, if there are any, so that ``problems`` is complete."""
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
            file.add_problem((), str(fault), fault.line)
    return file

"""The paths of the configuration and of the state file, in the platform's folders."""

import os
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = "cq-tui"
NAMED = "CQ_TUI_CONFIG"
"""The variable that names another configuration file."""


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The path of the configuration file, which need not exist."""
    if named := environ.get(NAMED):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path(_PROGRAM, appauthor=False) / "config.toml"


def views_file(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The path of the user's own views, beside the configuration file; None where that is the null device."""
    file = config_file(environ)
    return None if str(file) == os.devnull else file.with_name("views.toml")


def held_folder() -> Path:
    """The folder of what views held when they were last looked at, which need not exist."""
    return state_file().with_name("views")


def state_file() -> Path:
    """The path of the state file, which need not exist."""
    from platformdirs import user_state_path

    return user_state_path(_PROGRAM, appauthor=False) / "state.toml"

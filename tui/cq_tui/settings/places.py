"""Where configuration and state stand: the platform's folders for them."""

import os
from collections.abc import Mapping
from pathlib import Path

_PROGRAM = "cq-tui"
NAMED = "CQ_TUI_CONFIG"
"""The variable that names another configuration file."""


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The configuration file; it need not be there."""
    if named := environ.get(NAMED):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path(_PROGRAM, appauthor=False) / "config.toml"


def state_file() -> Path:
    """The file for what is kept from run to run; it need not be there."""
    from platformdirs import user_state_path

    return user_state_path(_PROGRAM, appauthor=False) / "state.toml"

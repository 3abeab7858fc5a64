"""What the environment says of the language; imports nothing, for what is told before anything is loaded."""

import os
from collections.abc import Mapping


def is_chinese(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the locale of the environment is Chinese."""
    values = (environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, values), "").lower().startswith("zh")

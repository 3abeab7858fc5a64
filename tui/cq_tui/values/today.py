"""The day that it is: the one place that asks the clock for it.

``CQ_TUI_TODAY`` sets it, for what shall say the same whenever it is run.
"""

import os
from contextlib import suppress
from datetime import date

VARIABLE = "CQ_TUI_TODAY"


def today() -> date:
    """Today, by the clock of this machine, or the day that the environment names."""
    with suppress(ValueError):
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    return date.today()

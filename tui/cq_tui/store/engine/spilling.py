"""Where the engine puts what does not fit into its memory while it answers a question."""

import weakref
from contextlib import ExitStack

from cq_tui.quotas import quotas
from cq_tui.terminal.leaving import before_leaving

Settings = dict[str, str | bool | int | float | list[str]]


def spilling(owner: object) -> Settings:
    """The engine's settings: a folder of its own that only this account can enter, gone with ``owner``.

    One that a killed process left goes with the next one that is made. Where the host allows no room on the disk, or
    none can be made, all stays in memory, and a question that takes more than there is fails with a message.
    """
    most = quotas().disk
    if not most:
        return {}
    # Most archives have no table files, and no session of theirs imports it.
    from cq_tui.files.scratch import scratch

    held = ExitStack()
    try:
        folder = held.enter_context(scratch())
    except OSError:
        return {}
    before_leaving(weakref.finalize(owner, held.close))
    return {"temp_directory": str(folder), "max_temp_directory_size": f"{most}MiB"}

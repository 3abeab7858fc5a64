"""What kinds of records there are and what their fields are."""

import cq_tui.model  # noqa: F401 (it keeps pydantic, which is imported next, from looking for plugins)

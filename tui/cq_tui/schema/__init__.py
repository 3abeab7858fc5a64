"""What kinds of records there are and what their fields are."""

import os

from cq_tui.schema.lazy_metadata import put_off_metadata

# Pydantic looks for plugins in the metadata of every installed package at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
put_off_metadata()

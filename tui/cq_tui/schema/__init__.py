"""What kinds of records there are and what their fields are."""

import importlib.util
import os
import sys

# Pydantic looks for plugins in the metadata of every installed package at each start, and loads the machinery for it
# even where it is told not to look: half of the time that importing it takes.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
_METADATA = "importlib.metadata"
if _METADATA not in sys.modules and (_spec := importlib.util.find_spec(_METADATA)) and _spec.loader:
    _spec.loader = importlib.util.LazyLoader(_spec.loader)
    _module = importlib.util.module_from_spec(_spec)
    sys.modules[_METADATA] = _module
    _spec.loader.exec_module(_module)

"""A stand-in for ``importlib.metadata``, which imports the module itself once anything of it is used.

Pydantic takes a function from it at each start, to look for plugins in what is installed. We tell it not to look, so
the function is never called; the module would load the readers of mails, ZIP and CSV files for it, a fifth of the time
that importing pydantic takes.
"""

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

_NAME = "importlib.metadata"


class _StandIn(ModuleType):
    """The module as far as it is known before it is imported."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_itself(), name)

    @staticmethod
    def entry_points(**parameters: Any) -> Any:
        """What pydantic takes from it, without the module."""
        return _itself().entry_points(**parameters)


def _itself() -> ModuleType:
    """The module, in place of what stands in for it."""
    if isinstance(sys.modules.get(_NAME), _StandIn):
        del sys.modules[_NAME]
    return importlib.import_module(_NAME)


def put_off_metadata() -> None:
    """Let the stand-in be what is imported from here on, where the module was not imported before."""
    if _NAME in sys.modules or (spec := importlib.util.find_spec(_NAME)) is None:
        return
    module = _StandIn(_NAME)
    module.__spec__, module.__path__ = spec, list(spec.submodule_search_locations or ())
    sys.modules[_NAME] = module
    importlib.metadata = module  # as importing it would

"""The stand-in for importlib.metadata: nothing of the module before it is used, all of it then."""

import subprocess
import sys

import pytest

_USES = (
    "import importlib.metadata; print(importlib.metadata.version('pydantic'))",
    "from importlib import metadata; print(metadata.version('pydantic'))",
    "from importlib.metadata import version; print(version('pydantic'))",
    "from importlib.metadata import entry_points; print(len(entry_points(group='console_scripts')) > 0)",
    "import importlib.metadata._meta, importlib.metadata as m; print(m.PackageNotFoundError.__name__)",
)


@pytest.mark.parametrize("use", _USES)
def test_who_uses_it_gets_the_module(use: str) -> None:
    program = f"import sys, cq_tui.schema.kind; print('email' in sys.modules); {use}; print('email' in sys.modules)"
    lines = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()
    plain = subprocess.run([sys.executable, "-c", use], capture_output=True, check=True, text=True).stdout.split()
    assert lines == ["False", *plain, "True"]

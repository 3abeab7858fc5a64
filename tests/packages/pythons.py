"""Which Pythons this machine has."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_ABLE = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2], sys.executable)"
_LEAST = (3, 11)


def pythons() -> dict[str, Path]:
    """One Python of each version that the program allows, by its version; the one that runs the tests is among them."""
    found = {f"{sys.version_info[0]}.{sys.version_info[1]}": Path(sys.executable)}
    for path in _candidates():
        try:
            said = subprocess.run([path, "-c", _ABLE], capture_output=True, text=True, timeout=30, check=False).stdout
        except (OSError, subprocess.TimeoutExpired):
            continue
        version, _blank, executable = said.strip().partition(" ")
        if executable and tuple(map(int, version.split("."))) >= _LEAST:
            found.setdefault(version, Path(executable))
    return dict(sorted(found.items(), key=lambda one: int(one[0].split(".")[1])))


def _candidates() -> Iterator[Path]:
    """What is called ``python3.N`` on the PATH, and in the versions that pyenv keeps beside its shims."""
    for part in os.environ.get("PATH", "").split(os.pathsep):
        folder = Path(part)
        kept = sorted((folder.parent / "versions").glob("*/bin")) if folder.name == "shims" else []
        for one in (folder, *kept):
            if os.access(one, os.R_OK | os.X_OK):
                yield from (path for path in sorted(one.glob("python3.*")) if re.fullmatch(r"python3\.\d+", path.name))

"""The lowest versions of its dependencies that the package allows."""

from importlib.metadata import Distribution
from pathlib import Path
from zipfile import Path as ZipPath

from packaging.requirements import Requirement

EXTRAS = ("all", "mcp", "serve")
"""What a user may ask for; the others are for who works on the program."""


def requirements(wheel: Path) -> list[Requirement]:
    """What the wheel requires here, with the extras that are for users."""
    (info,) = (one for one in ZipPath(wheel).iterdir() if one.name.endswith(".dist-info"))

    class _Metadata(Distribution):
        def read_text(self, filename: str) -> str | None:
            return (info / filename).read_text("utf-8") if (info / filename).exists() else None

        def locate_file(self, path: object) -> Path:
            raise FileNotFoundError(path)

    stated = [Requirement(line) for line in _Metadata().requires or []]
    return [one for one in stated if _is_wanted(one)]


def _is_wanted(one: Requirement) -> bool:
    return one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in EXTRAS)


def lowest(wheel: Path) -> list[str]:
    """Each dependency at the lowest version that the wheel allows, as pip takes it; each must state one."""
    found = {}
    for one in requirements(wheel):
        (least,) = (bound.version for bound in one.specifier if bound.operator in {">=", "=="})
        found[one.name] = f"{one.name}=={least}"
    return list(found.values())

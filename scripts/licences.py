"""Write docs/licences.md: the licences of all that is installed with the program, as the packages themselves tell them.

``python -m scripts.licences`` after a dependency was added; tests/packages/test_licences.py holds the page.
"""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parent.parent / "docs" / "licences.md"
EXTRAS = ("", "import", "xlsx", "brief", "follow", "rates", "mcp", "serve", "server")
"""What a user may install."""

FREE = re.compile(
    r"\b(0BSD|MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL[- ]2\.0|Unlicense|Python-2\.0)\b"
    r"|Mozilla Public License 2\.0|\bLGPL|Lesser General Public",
)
"""Licences under which all this may be used and handed on beside a program of the MIT licence."""

_HEAD = """# Licences of what cq-tui needs

Written by `python -m scripts.licences` from what the packages tell of themselves; cq-tui holds no code of
theirs. cq-tui itself is under the [MIT licence](../LICENSE). What is asked for directly stands in bold.
Which of the others are installed depends on the extras, the system and the version of Python.

| package | licence | needed for |
|---|---|---|
"""

_LONGEST = 60
"""Characters of a licence's name; what is longer is its text."""


class Package(NamedTuple):
    """A package, as what it tells of itself."""

    name: str
    licence: str
    wanted_by: tuple[str, ...]
    direct: bool


def licence(package: Distribution) -> str:
    """The licence that a package states, in a few words; nothing where it states none."""
    told = package.metadata
    expression = told.get("License-Expression") or ""
    classifiers = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License ::")
    ]
    stated = " ".join((told.get("License") or "").split())
    return expression or ", ".join(classifiers) or (stated if len(stated) <= _LONGEST else "") or _in_file(package)


def _in_file(package: Distribution) -> str:
    """How the text of the licence that a package brings begins: its name, and its version where that follows."""
    brought = [one for one in package.files or () if one.name.startswith(("LICENSE", "LICENCE"))]
    text = brought[0].read_text("utf-8") if brought else ""
    first, second, *_more = *filter(None, map(str.strip, text.splitlines())), "", ""
    words = f"{first}, {second}" if second.startswith("Version") else first
    return words if len(words) <= _LONGEST else ""


def _required(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in package.requires or []:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in {"", *extras}):
            yield one


def _closure(extra: str) -> set[str]:
    """All that is installed with the program and an extra, by its name; what is not here is for another system."""
    found: dict[str, set[str]] = {}
    waiting = [("cq-tui", {extra})]
    while waiting:
        name, extras = waiting.pop()
        if extras <= found.get(name, {"-"}) and name in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = found.get(name, set()) | extras
        waiting += [(canonicalize_name(one.name), set(one.extras)) for one in _required(package, extras)]
    return set(found) - {"cq-tui"}


def packages() -> list[Package]:
    """All that a user may install with the program, in the order of the names."""
    wanted: dict[str, list[str]] = {}
    for extra in EXTRAS:
        for name in _closure(extra):
            if "" not in wanted.setdefault(name, []):
                wanted[name].append(extra)
    direct = {canonicalize_name(one.name) for one in _required(distribution("cq-tui"), set(EXTRAS))}
    return [
        Package(name, licence(distribution(name)), tuple(extras), name in direct)
        for name, extras in sorted(wanted.items())
    ]


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(_row(one) for one in packages())


def _row(one: Package) -> str:
    name = f"**{one.name}**" if one.direct else one.name
    wanted = "everything" if "" in one.wanted_by else ", ".join(f"`{extra}`" for extra in one.wanted_by)
    return f"| {name} | {one.licence or 'not stated'} | {wanted} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

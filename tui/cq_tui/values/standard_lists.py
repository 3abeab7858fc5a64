"""Code lists of public standards, which a field of any archive may name as its own; each is read when first asked."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cq_tui.language import Label
from cq_tui.values.codes import Words

_HERE = Path(__file__).parent


class _FileList(Mapping[str, Words]):
    """The codes of a file with a code and its name on each line. The standard has names in Chinese alone."""

    def __init__(self, name: str) -> None:
        self._path = _HERE / name

    @cached_property
    def _names(self) -> dict[str, Words]:
        lines = self._path.read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if not line.startswith("#"))
        return {code: Words(Label(name, name)) for code, name in pairs}

    def __getitem__(self, code: str) -> Words:
        return self._names[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


STANDARD_LISTS: Mapping[str, Mapping[str, Words]] = {"gb-t-2260": _FileList("divisions.txt")}
"""Name to list: the divisions of China by GB/T 2260, those that are no more in force too."""

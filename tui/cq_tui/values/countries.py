"""Country codes (ISO 3166-1 alpha-2) with their names, read when first asked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from cq_tui.language import Label
from cq_tui.values.codes import Words

_NAMES = Path(__file__).parent / "countries.txt"
_OTHER_NAMES = Path(__file__).parent / "country_names.txt"


def _rows(file: Path) -> Iterator[list[str]]:
    lines = file.read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


class _Countries(Mapping[str, Words]):
    def also_called(self) -> Mapping[str, tuple[str, ...]]:
        """Code to what else lists call the country; kept out of the records' text, where a bare word would find it."""
        return {code: tuple(filter(None, others.split("|"))) for code, others in _rows(_OTHER_NAMES)}

    @cached_property
    def _names(self) -> dict[str, Words]:
        return {code: Words(Label(zh, en)) for code, zh, en in _rows(_NAMES)} | {
            "EU": Words(Label("欧盟", "European Union"))
        }

    def __getitem__(self, code: str) -> Words:
        return self._names[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


_MEMBERS = {
    "EU": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(),
}
"""What is said of a union is meant of its members, too."""

COUNTRIES = _Countries()
"""Code to names; EU stands beside the countries, as ISO 3166 reserves it."""


def members(codes: Mapping[str, Words] | None, code: str) -> tuple[str, ...]:
    """The members of a union that stands among the countries; none for what is no union, and for other lists."""
    return tuple(_MEMBERS.get(code, ())) if codes is COUNTRIES else ()

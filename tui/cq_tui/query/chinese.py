"""The tables of Chinese characters: which are one, and which can be read how. Read when first needed."""

from functools import cache, cached_property
from pathlib import Path

_FILE = Path(__file__).parent / "chinese.txt"


class Chinese:
    """The content of ``chinese.txt``, which ``scripts/make_chinese.py`` writes and tells the sources of."""

    @cached_property
    def _parts(self) -> list[str]:
        return _FILE.read_text("utf-8").split("\n\n")

    @cached_property
    def forms(self) -> dict[str, str]:
        """A character to all that are one with it, itself included; simplified and traditional alike."""
        found: dict[str, str] = {}
        for group in self._parts[0].split("\n"):
            if not group.startswith("#"):
                for character in group:
                    found[character] = "".join(dict.fromkeys(found.get(character, "") + group))
        return found

    @cached_property
    def simplified(self) -> dict[int, str]:
        """For ``str.translate``: a traditional character to its simplified one."""
        groups = [group for group in self._parts[0].split("\n") if not group.startswith("#")]
        plain = {group[0] for group in groups}
        return {ord(one): group[0] for group in reversed(groups) for one in group[1:] if one not in plain}

    @cached_property
    def syllables(self) -> dict[str, str]:
        """A syllable without tone, u for ü, to all characters that can be read so."""
        pairs = (line.partition(" ") for line in self._parts[1].splitlines())
        return {syllable: characters for syllable, _, characters in pairs}

    @cached_property
    def reading(self) -> dict[str, str]:
        """A character to the one syllable that it is read as a rule."""
        found = {one: syllable for syllable, characters in self.syllables.items() for one in characters}
        pairs = (line.partition(" ") for line in self._parts[2].splitlines())
        return found | {one: syllable for syllable, _, characters in pairs for one in characters}

    @cached_property
    def beginnings(self) -> dict[str, tuple[str, ...]]:
        """Every beginning of a syllable, the whole included, to the syllables that begin so."""
        found: dict[str, list[str]] = {}
        for syllable in self.syllables:
            for end in range(1, len(syllable) + 1):
                found.setdefault(syllable[:end], []).append(syllable)
        return {beginning: tuple(syllables) for beginning, syllables in found.items()}


def characters_file() -> bytes:
    """The file of the tables as it stands, for who has to know whether they are the same."""
    return _FILE.read_bytes()


@cache
def chinese() -> Chinese:
    """The tables; they cost nothing until one is asked for."""
    return Chinese()

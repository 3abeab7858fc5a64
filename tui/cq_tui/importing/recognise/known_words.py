"""What headers of lists are called in the languages they come in, read from ``header_words.txt`` when first needed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cq_tui.query.chinese import chinese

_FILE = Path(__file__).parent / "header_words.txt"
_LINE = re.compile(r"(\w+)\.(\w+)(?:\.([\w-]+))? ([=~]) (.*)")
_PUNCTUATION = re.compile(r"[\s_.,:：;/\\&*#?!\"“”]+|(?<=\s)-|-(?=\s)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class KnownWord:
    """What a header's word means: a field, a role or a part of it; ``weak`` if only the cells can say so."""

    field: str
    role: str = ""
    weak: bool = False


def key_of(header: str) -> str:
    """A header without regard to case, width, traditional characters, and the ways to part words."""
    plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", header)).casefold().translate(chinese().simplified)
    return " ".join(_PUNCTUATION.sub(" ", plain.replace("’", "'").replace("-", " ")).split())


@cache
def known_words(kind: str) -> dict[str, KnownWord]:
    """Every word of a kind's headers, by ``key_of``. A sure word is no weak one."""
    found: dict[str, KnownWord] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        match = _LINE.fullmatch(line)
        if match and match[1] == kind:
            for word in match[5].split(" | "):
                found.setdefault(key_of(word), KnownWord(match[2], match[3] or "", match[4] == "~"))
    return found

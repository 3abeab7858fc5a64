"""Write tui/cq_tui/query/chinese.txt: which characters are one, and which can be read how.

The characters are the 8,105 of the general standard list and their traditional forms. Sources, used at development time
only: pypinyin (MIT) and pypinyin-dict (MIT; the list, and readings of the Tongyong Guifan Hanzi Zidian, from Unihan)
for readings, OpenCC (Apache-2.0, by opencc-python-reimplemented) for traditional forms. ``--check`` changes nothing.
"""

import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import opencc
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin_dict.pinyin_data import ktghz2013

TARGET = Path(__file__).parent.parent / "tui" / "cq_tui" / "query" / "chinese.txt"
HEADER = """\
# By scripts/make_chinese.py. Readings: pypinyin, pypinyin-dict (MIT, Unihan kTGHZ2013). Forms: OpenCC (Apache-2.0).
# First the groups of characters that are one, simplified first; then a syllable and all that can be read so, then
# a syllable and those of several readings that are read so as a rule.
"""


def standard() -> set[str]:
    """The characters of the general standard list."""
    return {chr(code) for code in ktghz2013.pinyin_dict}


def forms() -> dict[str, list[str]]:
    """Each simplified character with its traditional forms, where it has any."""
    known = standard()
    found: dict[str, set[str]] = defaultdict(set)
    folder = Path(opencc.__file__).parent / "dictionary"
    for line in (folder / "STCharacters.txt").read_text("utf-8").splitlines():
        simplified, traditional = line.split("\t")
        found[simplified].update(traditional.split())
    for line in (folder / "TSCharacters.txt").read_text("utf-8").splitlines():
        traditional, simplified = line.split("\t")
        for one in simplified.split():
            found[one].add(traditional)
    plain = {one: sorted(c for c in many if c != one and ord(c) < 0x10000) for one, many in found.items()}
    return {one: many for one, many in sorted(plain.items()) if one in known and many}


def toneless(reading: str) -> str:
    """A syllable without its tone; ü is u, since v, u and ü are one."""
    letters = unicodedata.normalize("NFD", reading)
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def readings() -> dict[str, set[str]]:
    """Each syllable with all characters that can be read so; a traditional form also as its simplified one."""
    groups = forms()
    found: dict[str, set[str]] = defaultdict(set)
    for character in standard():
        for form in (character, *groups.get(character, ())):
            sources = (
                pinyin_dict.get(ord(character)),
                pinyin_dict.get(ord(form)),
                ktghz2013.pinyin_dict.get(ord(form)),
            )
            for reading in ",".join(filter(None, sources)).split(","):
                found[toneless(reading)].add(form)
    return {syllable: found[syllable] for syllable in sorted(found) if set(syllable) & set("aeiou")}


def usual_readings() -> dict[str, str]:
    """Each syllable with the characters of several readings whose commonest one it is."""
    several = Counter(character for characters in readings().values() for character in characters)
    found: dict[str, set[str]] = defaultdict(set)
    for character, count in several.items():
        if count > 1 and (reading := pinyin_dict.get(ord(character))):
            found[toneless(reading.split(",")[0])].add(character)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


def text() -> str:
    """The file's text."""
    groups = "\n".join(one + "".join(many) for one, many in forms().items())
    syllables = "\n".join(f"{syllable} {''.join(sorted(characters))}" for syllable, characters in readings().items())
    usual = "\n".join(f"{syllable} {characters}" for syllable, characters in usual_readings().items())
    return f"{HEADER}{groups}\n\n{syllables}\n\n{usual}\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text("utf-8") != text())
    TARGET.write_text(text(), "utf-8")

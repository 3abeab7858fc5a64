"""Decides an encoding by what its characters would say: words of some language, or of none.

Measured over made lists in twenty encodings (``tests/unit/importing/measure_encodings.py``): charset-normalizer alone
finds the alphabets beyond Latin in lists full of them, and mistakes Windows-1252, 1254 and ISO 8859-2 for others, and
most encodings where a list has one such word; the letters of languages find them. So it is asked for candidates where
none of the usual encodings makes words.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from cq_tui.importing.sources.encoding.names import called
from cq_tui.importing.sources.encoding.plausible import Plausibility, plausibility, words_of

_USUAL = {
    "gb18030": 2.0, "cp950": 0.0, "big5hkscs": -1.0, "cp932": 0.0, "euc_jp": -1.0, "cp949": 0.0, "cp1252": 1.5,
    "cp1250": 0.0, "cp1251": 0.0, "cp1253": 0.0, "cp1254": 0.0, "cp1255": 0.0, "cp1256": 0.0, "cp1257": 0.0,
    "cp874": 0.0, "koi8_r": -1.0, "iso8859_2": -3.0, "cp852": -6.0, "cp850": -6.0, "cp866": -6.0, "mac_roman": -6.0,
}  # fmt: skip
"""The encodings that lists are saved in, each with how much likelier it is than others, as a logarithm."""
_OTHERS = -6.0
_MOST_WORDS = 300
_LIKELY = 0.9
"""Of the characters beyond ASCII, how many must be those of a language."""
_CLEAR = 3.0
"""How much likelier (a logarithm) an encoding must be than the next one to be taken: every wrong one was nearer."""
_SURE = 8.0
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in one encoding: the codec, how plausible it is, and its words beyond ASCII."""

    codec: str
    plausible: Plausibility
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the encoding is called."""
        return called(self.codec)

    @property
    def score(self) -> float:
        """The logarithm of the likelihood, with what is known of the encoding."""
        return self.plausible.likelihood + _USUAL.get(self.codec, _OTHERS)

    @property
    def reads(self) -> bool:
        """Whether it makes words."""
        return self.plausible.likely >= _LIKELY * self.plausible.characters


@dataclass(frozen=True, slots=True)
class Decision:
    """The likeliest reading, and the next one that says something else."""

    best: Reading
    rival: Reading | None

    @property
    def clear(self) -> bool:
        """Whether it is so much likelier than the next one that it may be taken."""
        return self.best.reads and self._ahead >= _CLEAR

    @property
    def sure(self) -> bool:
        """Whether it is no guess."""
        return self._ahead >= _SURE

    @property
    def _ahead(self) -> float:
        return self.best.score - self.rival.score if self.rival else _SURE

    def difference(self) -> tuple[str, str]:
        """Words that the two readings tell apart, in each."""
        rival = self.rival.words if self.rival else ()
        pairs = [pair for pair in zip(self.best.words, rival, strict=False) if pair[0] != pair[1]][:_SHOWN]
        return ", ".join(mine for mine, _theirs in pairs), ", ".join(theirs for _mine, theirs in pairs)


def decide(sample: bytes) -> Decision:
    """The encoding of a sample of a text with bytes beyond ASCII."""
    readings = list(_readings(sample, _USUAL))
    if not any(reading.reads for reading in readings):
        readings += _readings(sample, [codec for codec in _asked(sample) if codec not in _USUAL])
    best, *others = sorted(readings, key=lambda reading: reading.score, reverse=True)
    return Decision(
        best, next((one for one in others if one.words != best.words and (one.reads or not best.reads)), None)
    )


def reading(sample: bytes, codec: str) -> Reading:
    """A sample read in one encoding. Raises LookupError where there is no such."""
    words = words_of(sample.decode(codec, "replace"), _MOST_WORDS)
    return Reading(codec, plausibility(words), tuple(words))


def _readings(sample: bytes, names: Iterable[str]) -> Iterator[Reading]:
    for codec in names:
        with suppress(LookupError):
            yield reading(sample, codec)


def _asked(sample: bytes) -> list[str]:
    """What charset-normalizer holds possible; nothing where it is not installed (the extra ``import``)."""
    with suppress(ImportError):
        from charset_normalizer import from_bytes

        return [match.encoding for match in from_bytes(sample)]
    return []

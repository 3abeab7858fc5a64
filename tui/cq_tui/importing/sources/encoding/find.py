"""The encoding of a file: by its mark, as UTF-8, else by what its words would be. What is not clear is asked."""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cq_tui.importing.errors import ImportProblem, NotDecoded, Noticed
from cq_tui.importing.sources.encoding.decide import Decision, Reading, decide, reading
from cq_tui.importing.sources.encoding.names import option
from cq_tui.importing.sources.encoding.small_words import is_western
from cq_tui.language import _
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_LARGEST_SAMPLE = 64 * 1024
_SHARE_OF_NULS = 20
"""Of so many bytes of UTF-16 one at least is zero: delimiters, digits and ends of lines have one each."""
_MOSTLY = 4
"""How many characters of UTF-8 stand against one broken byte in a file that was UTF-8."""
_LONGEST = 80
_WESTERN, _CENTRAL = "cp1252", "cp1250"


@dataclass(frozen=True, slots=True)
class Encoding:
    """The codec of a file, and what is told of how it was found."""

    codec: str
    noticed: tuple[Reason, ...] = ()


def find_encoding(path: Path, start: bytes, *, valid: bool) -> Encoding:
    """The encoding of a file that starts so; ``valid``: all of it is UTF-8. Raises ImportProblem."""
    shown = clean_line(str(path))
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name)
    if b"\0" in start:
        return _utf_16(start, shown)
    if valid:
        return Encoding("utf-8")
    sample, line = _sample(path)
    _check_broken(sample, path, shown)
    decision = decide(sample)
    if not decision.clear and decision.best.reads:
        decision = _likelier_first(decision, start[:_LARGEST_SAMPLE])
    return _decided(decision, path, line, shown)


def _likelier_first(decision: Decision, start: bytes) -> Decision:
    """A decision that is not clear with that reading first which the plain words of the file speak for."""
    best, rival = decision.best, decision.rival
    told = is_western(start)
    if rival is None or told is None or {best.codec, rival.codec} != {_WESTERN, _CENTRAL}:
        return decision
    return decision if (best.codec == _WESTERN) is told else Decision(rival, best)


def _utf_16(start: bytes, shown: str) -> Encoding:
    """UTF-16 without a mark: the order of bytes in which it is words, and lines."""
    sample = start[:_LARGEST_SAMPLE]
    found: list[Reading] = []
    if sample.count(0) * _SHARE_OF_NULS >= len(sample):
        each = [(codec, sample.decode(codec, "replace")[:-1]) for codec in ("utf-16-le", "utf-16-be")]
        found += [reading(sample, codec) for codec, text in each if not _CONTROL.search(text)]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None or not best.reads:
        raise ImportProblem(_("{path}: is not a text file").format(path=shown))
    return Encoding(best.codec, (Reason.of(Noticed.UTF_16),))


def _sample(path: Path) -> tuple[bytes, int]:
    """The first lines of a file that hold bytes beyond ASCII, and the number of the first one."""
    found: list[bytes] = []
    size, first = 0, 0
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.isascii():
                    first = first or number
                    found.append(line)
                    size += len(line)
                    if size > _LARGEST_SAMPLE:
                        break
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = _("{path}: can't be read: {why}").format(path=clean_line(str(path)), why=why)
        raise ImportProblem(message) from None
    return b"".join(found)[: _LARGEST_SAMPLE * 2], first


def _check_broken(sample: bytes, path: Path, shown: str) -> None:
    """Refuse a file that is UTF-8 but for a few bytes: no other encoding is meant."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(one > "\x7f" for one in text) - broken < broken * _MOSTLY:
        return
    number, around = broken_line(path, "utf-8")
    message = _(
        "{path}: line {line} is not UTF-8, and the rest is: a byte of {what} is missing or wrong; "
        "mend it there, or name another encoding with --encoding"
    )
    raise NotDecoded(message.format(path=shown, line=number, what=f'"{around}"'))


def broken_line(path: Path, codec: str) -> tuple[int, str]:
    """The first line that is not of an encoding, and what stands around the byte; 0 where lines can't be told apart."""
    with suppress(OSError), path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode(codec)
            except UnicodeDecodeError as error:
                around = line[max(0, error.start - 12) : error.start + 6].decode(codec, "replace")
                return number, clean_line(around).strip()
    return 0, ""


def _first_apart(path: Path, one: str, other: str) -> int:
    """The first line that two encodings read differently; 0 where there is none."""
    with suppress(OSError), path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.isascii() and line.decode(one, "replace") != line.decode(other, "replace"):
                return number
    return 0


def _decided(decision: Decision, path: Path, line: int, shown: str) -> Encoding:
    best, rival = decision.best, decision.rival
    mine, theirs = (clean_line(words)[:_LONGEST] for words in decision.difference())
    if not best.reads:
        message = _(
            "{path}: line {line}: no encoding is known in which it reads as words (in {name}: {words}); "
            "name the right one with --encoding"
        )
        words = clean_line(", ".join(best.words[:3]))[:_LONGEST]
        raise NotDecoded(message.format(path=shown, line=line, name=best.name, words=words))
    if not decision.clear and rival:
        message = _(
            "{path}: line {line}: the encoding is not clear: in {name} it reads {mine}, in {rival} {theirs}; "
            "say which: --encoding {codec} or --encoding {other}"
        )
        line = _first_apart(path, best.codec, rival.codec) or line
        said = {"name": best.name, "mine": mine, "rival": rival.name, "theirs": theirs, "codec": option(best.codec)}
        said["other"] = option(rival.codec)
        raise NotDecoded(message.format(path=shown, line=line, **said))
    told = {"name": best.name, "words": clean_line(", ".join(best.words[:3]))[:_LONGEST]}
    if decision.sure or not rival:
        counted = {"likely": str(best.plausible.likely), "count": str(best.plausible.characters)}
        return Encoding(best.codec, (Reason.of(Noticed.ENCODING, **told, **counted),))
    told |= {"words": mine, "rival": rival.name, "others": theirs}
    return Encoding(best.codec, (Reason.of(Noticed.GUESSED_ENCODING, **told),))

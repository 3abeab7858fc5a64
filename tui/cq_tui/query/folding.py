"""Texts in which all written forms of a letter are one, for an index that tells which records hold some letters.

A word still is looked for by its expression, in the text as it stands. What follows says of an expression which letters
a folded text must hold where it matches; it never says so of more texts than that.
"""

import unicodedata
from functools import cache
from itertools import pairwise

from cq_tui.query.chinese import characters_file, chinese
from cq_tui.values.expressions import later

_BLANKS = "\u3000\u00a0"
_DOTTED = "\u0130"
"""An I that in lower case is two characters."""
_WIDE_FIRST, _WIDE_LAST, _WIDE_BY = "！", "～", 0xFEE0
_PLANES = range(0x20000)
"""Where letters with another case stand; Chinese characters beyond are in the groups of those that are one."""
_SURROGATES = range(0xD800, 0xE000)
_MOST = 64
"""Pieces that are asked for at once: each of them narrows what is left, the first ones most."""
_LONGEST_RUN = 64
_FURTHEST = 100
"""Characters from the first to the last of a run in a set; of a longer one nothing can be told anyway."""
_FLAGS = later(r"\(\?(?P<flags>[im]+)\)")
_PIECE = later(
    r"\\(?P<escaped>[^A-Za-z0-9])|\[(?P<set>(?:\\[^A-Za-z0-9]|[^\\\[\]^])(?:\\[^A-Za-z0-9]|[^\\\[\]])*)\]"
    r"|(?P<plain>[^\\\[\](){}.*+?|^$])"
)
_MEMBER = later(r"\\?(.)(?:-\\?(.))?")


def folded(text: str) -> str:
    """A text with one character for all that ``widen.py`` takes for the same one; as long as before."""
    return "".join(map(_one, text))


@cache
def _one(character: str) -> str:
    if character in _BLANKS:
        return " "
    if _WIDE_FIRST <= character <= _WIDE_LAST:
        character = chr(ord(character) - _WIDE_BY)
    if character == _DOTTED:
        return "i"
    upper = character.upper()
    upper = upper if len(upper) == 1 else character
    lower = upper.lower()
    plain = lower if len(lower) == 1 else upper
    return _together().get(plain, plain)


@cache
def _together() -> dict[str, str]:
    """A character to the first of all that are one with it, over others that are one with both."""
    found: dict[str, str] = {}
    forms = chinese().forms
    for character in forms:
        if character not in found:
            waiting, reached = [character], {character}
            while waiting:
                new = set(forms.get(waiting.pop(), "")) - reached
                reached |= new
                waiting += new
            found |= dict.fromkeys(reached, min(reached))
    return found


def changes() -> tuple[str, str]:
    """The characters that fold into another one, and what they fold into, in the same order."""
    characters = [chr(code) for code in _PLANES if code not in _SURROGATES]
    characters += [one for one in _together() if ord(one) not in _PLANES]
    pairs = [(one, to) for one in characters if (to := _one(one)) != one]
    return "".join(one for one, _to in pairs), "".join(to for _one, to in pairs)


def rules() -> bytes:
    """All that a folded text rests on but this file's own code."""
    return unicodedata.unidata_version.encode() + characters_file()


def pieces(sought: str, *, is_expression: bool) -> tuple[str, ...]:
    """Which pieces a folded text must hold for this to be found in it: pairs of letters, or a letter where it is one.

    Empty where nothing can be told: of an expression that is more than letters in a row, each in some forms.
    """
    runs = _runs(sought) if is_expression else [folded(sought[:_LONGEST_RUN])]
    pairs = dict.fromkeys("".join(pair) for run in runs for pair in pairwise(run))
    return tuple(pairs or dict.fromkeys(run for run in runs if run))[:_MOST]


def _runs(expression: str) -> list[str]:
    """The stretches of known letters, folded, in what an expression matches; none for one that is not understood."""
    ignores_case = False
    if match := _FLAGS.match(expression):
        expression, ignores_case = expression[match.end() :], "i" in match["flags"]
        if "m" in match["flags"]:
            expression = expression.removeprefix("^")
            if expression.endswith("$") and not expression.endswith("\\$"):
                expression = expression[:-1]
    runs, end = [""], 0
    for match in _PIECE.finditer(expression):
        if match.start() != end:
            return []
        end = match.end()
        letters = _members(match["set"]) if match["set"] else {match["escaped"] or match["plain"]}
        known = {folded(letter) for letter in letters}
        if len(known) == 1 and not (ignores_case and any(map(_has_case, letters))):
            runs[-1] += known.pop()
        else:
            runs.append("")
    return runs if end == len(expression) else []


def _members(found: str) -> set[str]:
    """The characters of a set, with what is between the ends of a run; none for very many."""
    members: set[str] = set()
    for match in _MEMBER.finditer(found):
        first, last = ord(match[1]), ord(match[2] or match[1])
        if last - first > _FURTHEST:
            return set()
        members |= {chr(code) for code in range(first, last + 1)}
    return members


def _has_case(letter: str) -> bool:
    """Whether the engine may take another letter for it where case is ignored, and not only one that folds alike."""
    return not letter.isascii() and not letter.lower() == letter.upper() == letter

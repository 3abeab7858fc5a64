"""Numbers of registers that stand in the cell of a name: ``ACME LTDA - 12.345.678/0001-95``, ``Aa a.s., IČO 45274649``.

The name is kept without it, and the number goes to the organisation.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from cq_tui.values.reasons import ReasonError
from cq_tui.values.schemes import Scheme

_FEWEST_DIGITS = 6
_TOO_BROAD = frozenset(("identifier", "identifiers", "company_id", "id", "crn", "ic", "mst"))
"""Names of schemes that mean something else in a name."""
_OTHER_LABELS = (
    "RUT", "RUC", "NIT", "CUIT", "CUIL", "EIK", "ЕИК", "OIB", "CUI", "org. nr", "org.nr", "org nr", "orgnr", "C.F.",
    "tax ID", "tax number", "税号", "稅號", "纳税人识别号", "納稅人識別號", "ЄДРПОУ", "DIČ", "IČ DPH",
)  # fmt: skip
"""What lists write before numbers that no scheme here has, or more than one."""
_NUMBER = r"[A-Z]{0,3}[ -]?\d[\dA-Z]*(?:[./ -]{1,2}[\dA-Z]+){0,6}"
_DIGITS = r"\d[\d./-]{4,}\d"
_SEPARATORS = " ,;:，；：、-–—|/·"
_SHAPES = {
    Scheme.CN_USCC: r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}",
    Scheme.BR_CNPJ: r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}",
}
"""Numbers that nothing else looks like, also without a word for them."""
_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS_WITHIN = re.compile(r"(?<!\d)\d(?:[./-]?\d)*(?!\d)")
_OPEN, _CLOSED = r"[(（\[【]", r"[)）\]】]"
_IN_BRACKETS = re.compile(rf"{_OPEN}\s*[A-Z]{{0,3}}[ -]?(?P<number>\d[\d ./-]{{4,}}\d)[A-Z]?\s*{_CLOSED}")
_SPAN = re.compile(r"(?:19|20)\d\d[ ./-]+(?:19|20)\d\d|(?:19|20)\d\d[./-]\d\d[./-]\d\d|\d\d[./-]\d\d[./-](?:19|20)\d\d")
"""Years and days, which are the number of nobody."""
_AT_ONCE = re.compile(r"(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[^\W\d_]")
"""A letter that begins a word; in Chinese, Japanese and Korean a name goes on behind brackets without a blank."""
_BEHIND = rf"\s*(?:{_CLOSED})?\s*$"


@dataclass(frozen=True, slots=True)
class NumberOf:
    """A number of a register; ``wrong``: it has the form of one, and can't be right."""

    scheme: str
    number: str
    wrong: bool = False


def take_number(text: str) -> tuple[str, NumberOf | None]:
    """A name without the number of a register that stands with it, and that number; what is left must be a name."""
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return text, None
    for pattern, scheme in _patterns():
        match = pattern.search(text)
        if match is None:
            continue
        found = _read(scheme or _scheme(match["label"], match["number"]), match)
        name = f"{text[: match.start()]} {text[match.end() :]}".strip(_SEPARATORS + "\n")
        if found and len(_LETTERS.findall(name)) > 1:
            return " ".join(name.split()), found
    return text, None


def number_alone(text: str) -> NumberOf | None:
    """The number of a register where a text holds nothing else: a part of a cell behind the name."""
    for pattern, scheme in _patterns():
        if match := pattern.fullmatch(text.strip(_SEPARATORS)):
            return _read(scheme or _scheme(match["label"], match["number"]), match)
    return None


def holds_another(name: str, number: NumberOf) -> bool:
    """Whether a name without its number holds another one as long: then it is the names of several, and has neither."""
    digits = sum(map(str.isdigit, number.number))
    return any(sum(map(str.isdigit, each)) == digits for each in _DIGITS_WITHIN.findall(name))


def numbers_within(name: str) -> int:
    """How many runs of digits as long as the number of a register, and as long as each other, a name holds."""
    lengths = Counter(sum(map(str.isdigit, each)) for each in _DIGITS_WITHIN.findall(name))
    return max((count for length, count in lengths.items() if length >= _FEWEST_DIGITS + 2), default=0)


def names_around_numbers(name: str) -> list[str]:
    """The names between the longer numbers that a name holds."""
    parts = re.split(r"[A-Z]{0,6}(?:\d[./-]?){8,}", name)  # with the letters of a code, as PITC0007473.01 has
    return [plain for part in parts if len(_LETTERS.findall(plain := part.strip(_SEPARATORS + " ()（）[]【】"))) > 1]


def parts_behind_numbers(text: str) -> list[str]:
    """A cell parted behind each of its numbers: ``Aa s.r.o., IČO 25596641, Bb a.s., IČO 45274649``.

    Or before each, where they stand in front. A number in brackets needs no word for it where each name has its own,
    or where the next name follows at once: ``Aa, SA. (501169580)Bb, SA. (508107997)``.
    """
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return [text]
    if parts := _behind_brackets(text):
        return parts
    if sum(map(str.isdigit, text)) < 2 * _FEWEST_DIGITS:
        return [text]
    found = list(_labelled_anywhere().finditer(text))
    if len(found) < 2:
        return [text]
    is_first = not text[: found[0].start()].strip(_SEPARATORS + "\n")
    return _cut(text, [match.start() for match in found[1:]] if is_first else [match.end() for match in found])


def _behind_brackets(text: str) -> list[str]:
    """The parts behind numbers in brackets; empty where nothing shows that each part is a name."""
    found = [match for match in _IN_BRACKETS.finditer(text) if not _SPAN.fullmatch(match["number"])]
    ends = [match.end() for match in found]
    if not ends:
        return []
    between = [text[start : match.start()] for start, match in zip([0, *ends], found, strict=False)]
    if any(len(_LETTERS.findall(name)) < 2 for name in between):
        return []
    rest = text[ends[-1] :]
    at_once = _AT_ONCE.match(rest) is not None and len(_LETTERS.findall(rest)) > 1
    alike = len({sum(map(str.isdigit, match["number"])) for match in found}) == 1
    at_once = at_once and sum(map(str.isdigit, found[-1]["number"])) >= _FEWEST_DIGITS + 2
    if at_once or (len(found) > 1 and alike and not rest.strip(_SEPARATORS + "\n")):
        return _cut(text, ends)
    return []


def _cut(text: str, places: list[int]) -> list[str]:
    ends = [*places, len(text)]
    parts = (text[start:end].strip(_SEPARATORS + "\n") for start, end in zip([0, *places], ends, strict=True))
    return [part for part in parts if part]


@cache
def _labelled_anywhere() -> re.Pattern[str]:
    return re.compile(rf"{_labelled()}\s*{_CLOSED}?", re.IGNORECASE)


def _labelled() -> str:
    behind = r"(?:\s*(?:no|nr|nº|n°|№|number|号|號|码|碼)\.?)?\s*[:：.#]?\s*-?\s*"
    return rf"(?<![^\W_])(?P<label>{_labels()}){behind}(?P<number>{_NUMBER})"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Scheme | None], ...]:
    """The ways in which a number stands in a cell, the surest first; no scheme: the label says it."""
    labelled = _labelled()
    found: list[tuple[str, Scheme | None]] = [
        (rf"{_OPEN}\s*{labelled}\s*{_CLOSED}", None),
        (rf"{labelled}{_BEHIND}", None),
        (rf"^\s*{labelled}\s*(?=[-–—:：,，;；|])", None),
        (rf"^\s*{labelled.replace(_NUMBER, _DIGITS)}\s+(?=[^\W\d_])", None),
    ]
    for scheme, shape in _SHAPES.items():
        number = rf"(?<![0-9A-Za-z])(?P<number>{shape})(?![0-9A-Za-z])"
        found += [
            (rf"{_OPEN}\s*{number}\s*{_CLOSED}", scheme),
            (rf"{number}{_BEHIND}", scheme),
            (rf"^\s*{number}\s*(?=[-–—:：,，;；|\s])", scheme),
        ]
    return tuple((re.compile(pattern, re.IGNORECASE), scheme) for pattern, scheme in found)


@cache
def _by_label() -> dict[str, Scheme | None]:
    every = {name: scheme for scheme in Scheme for name in (*scheme.aliases, *scheme.spellings, scheme.label.zh)}
    found: dict[str, Scheme | None] = {_plain(name): scheme for name, scheme in every.items()}
    found |= dict.fromkeys(map(_plain, _OTHER_LABELS))
    return {name: scheme for name, scheme in found.items() if name not in _TOO_BROAD and len(name) > 1}


def _plain(label: str) -> str:
    return " ".join(label.casefold().replace("_", " ").split())


@cache
def _labels() -> str:
    every = sorted(_by_label(), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"[\s.-]*") for name in every)


def _scheme(label: str, number: str) -> Scheme | None:
    """The scheme that a label says; one of China by its form, whatever it is called."""
    if re.fullmatch(_SHAPES[Scheme.CN_USCC], number.strip(), re.IGNORECASE):
        return Scheme.CN_USCC
    plain = _plain(label)
    squeezed = re.sub(r"[\s.-]", "", plain)
    known = _by_label()
    return known.get(plain) or next(
        (one for name, one in known.items() if re.sub(r"[\s.-]", "", name) == squeezed), None
    )


def _read(scheme: Scheme | None, match: re.Match[str]) -> NumberOf | None:
    """The number of a match; None where it is none of its scheme."""
    from cq_tui.values.identifiers import Wrong, compact_alike

    text = match["number"].strip()
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return None
    if scheme is None or scheme is Scheme.OTHER:
        label = match.groupdict().get("label") or ""
        return NumberOf(Scheme.OTHER.value, f"{label} {text}".strip())
    try:
        return NumberOf(*compact_alike(scheme.value, text))
    except ReasonError as error:
        return None if error.reason.is_(Wrong.FORM) else NumberOf(scheme.value, text, wrong=True)

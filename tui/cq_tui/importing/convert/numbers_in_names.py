"""Numbers of registers that stand in the cell of a name: ``ACME LTDA - 12.345.678/0001-95``, ``Aa a.s., IČO 45274649``.

The name is kept without it, and the number goes to the organisation.
"""

import re
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
_OPEN, _CLOSED = r"[(（\[【]", r"[)）\]】]"
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


def parts_behind_numbers(text: str) -> list[str]:
    """A cell parted behind each of its numbers: ``Aa s.r.o., IČO 25596641, Bb a.s., IČO 45274649``."""
    if sum(map(str.isdigit, text)) < 2 * _FEWEST_DIGITS:
        return [text]
    ends = [match.end() for match in _labelled_anywhere().finditer(text)]
    if len(ends) < 2:
        return [text]
    starts = [0, *ends]
    parts = (text[start:end].strip(_SEPARATORS + "\n") for start, end in zip(starts, [*ends, len(text)], strict=True))
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

"""Columns whose header names a party and whose cells are no names: numbers of registers, towns, postal codes."""

from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.attribute_words import is_attribute_alone
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.values.expressions import later

_STEPS = later(r"\s*(?::|::|>|\|)\s*|\s+[-–—]\s+")
"""What parts the steps of a path to a value, and the languages that it is told in."""
_BESIDE = later(r"(?P<whose>[^()（）/]+?)\s*(?:[(（](?P<inside>[^()（）]+)[)）]|/(?P<behind>[^()（）/]+))")
_MAY_BE_NAMES = frozenset(
    map(
        key_of,
        """village municipality municipio município commune comune gemeinde gemeente obec gmina kommun kommune region
        région región regione state county district number numéro numero nummer bundesland province
        provincia""".split(),
    )
)
"""Words of what somebody has that may be who it is as well: ``Buyer (municipality)``."""
_FEW = 0.2
_FEWEST_DIGITS = 5
_LETTERS = later(r"[^\W\d_]+")
_POSTAL_CODE = later(r"(?i)[a-z]\d[a-z][ -]?\d[a-z]\d|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{2,5}-\d{3,4}|\d{4} ?[a-z]{2}")
"""Those of Canada, Britain, Poland, Portugal, Japan, Brazil, the United States and the Netherlands."""
_LONGEST_SIGN = 3


def attribute_step(header: str) -> str:
    """The step of a path that says what somebody has: ``City`` of ``Recipient Org:City:Org bénéficiaire:Ville``."""
    first, *steps = _STEPS.split(header.strip())
    return next((step for step in steps if is_attribute_alone(step)), "") if first else ""


def without_brackets(header: str) -> str:
    """A header that says in brackets, or behind a slash, what somebody has, as plain words: ``Supplier (City)``."""
    found = _BESIDE.fullmatch(header.strip())
    told = (found["inside"] or found["behind"] or "").strip() if found else ""
    if not found or not is_attribute_alone(told) or key_of(told) in _MAY_BE_NAMES:
        return header
    return f"{found['whose'].strip()} {told}"


def is_attribute_beside(header: str, profile: ColumnProfile) -> bool:
    """Whether the header of a column says so, and its cells hold that alone: no ``Aa Ltd (Toronto)``, no company."""
    if without_brackets(header) == header:
        return False
    return profile.share(lambda cell: any(mark in cell for mark in "(（/") or is_company(cell)) < _FEW


def are_numbers_of_somebody(profile: ColumnProfile) -> bool:
    """Whether most cells are numbers that a register or the post gives, and which nobody is called."""
    return mostly(profile.share(_is_number_of_somebody))


def _is_number_of_somebody(cell: str) -> bool:
    text = cell.strip()
    if _POSTAL_CODE.fullmatch(text):
        return True
    digits = sum(map(str.isdigit, text))
    letters = sum(map(str.isalpha, text))
    pieces = text.split()
    short = all(any(map(str.isdigit, piece)) or len(piece) <= _LONGEST_SIGN for piece in pieces)
    return digits >= _FEWEST_DIGITS and letters < digits and short and not _has_word(text)


def _has_word(text: str) -> bool:
    """Whether a word stands among the digits: letters that are not all capitals, as a name has them."""
    return any(len(word) > _LONGEST_SIGN and not word.isupper() for word in _LETTERS.findall(text))

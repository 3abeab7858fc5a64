"""What the cells of a column are where they are not what its header says, so that no field takes them."""

import re

from cq_tui.importing.recognise.amounts.currency_words import may_be_of_currencies
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.parties.owner_kinds import are_often_kinds, are_owner_kinds
from cq_tui.importing.recognise.words.code_lookup import MOST_CODES, code_lookup
from cq_tui.importing.recognise.words.courtesy_titles import is_courtesy_title
from cq_tui.importing.recognise.words.who_may_apply import are_general
from cq_tui.importing.recognise.words.word import EXACT, WEAK, Word
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.languages import is_chinese
from cq_tui.values.measures import measure
from cq_tui.values.yes_no import are_answers, is_plain_answer, yes_or_no

_LONGEST_SIGN = 4
_LEAST = 3
"""Different cells of which none is a country, from which on a column is none of countries."""
_HALF = 0.5
_FEW = 0.2
_HARDLY = 0.1
"""The share of known words below which a column, whose header only may say so, is not one of codes."""
_MANY, _RARELY = 50, 0.05
"""Cells of which so small a share is different are no titles, if the header does not surely say so."""
UNITS = Label("单位", "units")
SPANS = Label("天数或月数", "days or months")
NUMBERS, SHARES, LARGE = Label("数字", "numbers"), Label("百分比", "percentages"), Label("过大的数", "too large for it")
TWO_YEARS = Label("跨年的年度", "years that end in the next")
CLASSES = Label("反复出现的几个词", "a few words again and again")
COURTESY = Label("称谓", "courtesy titles")
FLAGS = Label("是或否", "marks for yes and no")
PAIRS = Label("键值对", "names with values")
_PAIR = re.compile(r"[^\W\d][\w-]*:(?!//)\S")
_NESTED = re.compile(r"[^:]*[^\d\s:]:(?!//)\S[^:]*:\S")
_COORDINATES = re.compile(
    r"""(?i)(?:(?:multi)?point\s*)?(?=.*\d)"""
    r"""(?:[\d\s.,;:|/+−–()\[\]°º*'"′″’“”-]|(?<![a-z])[nsewo](?![a-z]))+"""
)
_SMALL_WORD = re.compile(r"[a-zß-öø-ÿ]{2,20}")
_FLAGS = frozenset("0 1".split())
_KEY = re.compile(r"(?=\D*\d)[\w]{24,}")
_PROGRESS = frozenset(
    """confirmed accepted submitted rejected withdrawn cancelled canceled active inactive open closed pending draft
    approved done completed complete published archived announced awarded planned signed terminated expired ongoing
    running failed denied new""".split()
)
"""What a ``state`` is that is no place."""
IDS = Label("编号或状态", "ids or statuses")
DAYS, LINKS, TEXTS = Label("日期", "dates"), Label("网址", "web addresses"), Label("文字", "texts")
"""What cells are that a field does not take."""


def unfit(word: Word, profile: ColumnProfile, *, is_currency: bool = False) -> Label | None:
    """What the cells of a column are, where they are not what its header says; None where they may be."""
    field = word.field
    assert field is not None
    if profile.json >= _FEW:
        return PAIRS
    if field.codes is None and profile.is_mostly(is_courtesy_title):
        return COURTESY
    if is_currency:
        if may_be_of_currencies(word, profile) or (word.certainty == EXACT and mostly(profile.code_like)):
            return None  # some are of no country: BTC, USDT
        return None if profile.currencies >= _HALF else _kind_of(profile) or TEXTS
    if field.type.is_money:
        return _no_money(word, profile)
    if "join" in field.type.mapped_by:
        return _no_text(field, word, profile)
    return _no_other_value(field, word, profile)


def _no_text(field: Field, word: Word, profile: ColumnProfile) -> Label | None:
    if not field.required and mostly(profile.share(_is_nested)):
        return PAIRS
    if field.name == "place" and mostly(profile.share(_is_of_coordinates)):
        return NUMBERS
    if field.name == "place" and mostly(profile.share(_is_no_place)):
        return IDS
    if not field.required and _are_yes_and_no(profile):
        return FLAGS  # ``Has location``
    if field.name != "note" and mostly(profile.links) and not field.required:
        return LINKS  # the slides of a talk are not what it is about
    if not field.required and word.certainty == EXACT:
        return None
    if field.required and word.certainty == WEAK and len(profile.cells) >= _MANY and profile.different < _RARELY:
        return CLASSES
    if field.required and are_often_kinds(profile):
        return CLASSES  # ``activity``: Company, Association
    shares = [(NUMBERS, profile.bare_numbers), (SHARES, profile.percents), (DAYS, profile.dates)]
    shares += [(FLAGS, profile.share(is_plain_answer)), (LINKS, profile.links)] if word.certainty < EXACT else []
    return next((what for what, share in shares if mostly(share)), None)


def _no_money(word: Word, profile: ColumnProfile) -> Label | None:
    if word.certainty < EXACT and set(profile.first) == _FLAGS:
        return FLAGS
    if profile.percents >= _HALF or (word.is_percent and not profile.named_currencies):
        return SHARES
    if profile.amounts < _FEW or (word.certainty == WEAK and profile.amounts < _HALF):
        return _kind_of(profile) or (TEXTS if word.certainty < EXACT else None)
    return _kind_of(profile) if word.brackets and word.certainty == WEAK else None


def _no_other_value(field: Field, word: Word, profile: ColumnProfile) -> Label | None:
    texts = TEXTS if word.certainty < EXACT else None
    if (
        field.codes is not None
        and _is_of_marks(profile)
        and not (word.certainty == EXACT and profile.codes(field) == 1)
    ):
        return FLAGS  # ``Type: Purchase`` with a mark in the rows that are one, but ``Country: NO`` is Norway
    if field.type.is_day and profile.are_of_two_years:
        return TWO_YEARS
    if field.type.is_day and not word.part:
        if profile.dates >= (_FEW if word.certainty == EXACT else _HALF):
            return None
        is_none = not profile.dates and not profile.of_the_republic
        return _kind_of(profile) or (TEXTS if is_none else texts)
    if field.is_quantity:
        return _no_number(field, word, profile)
    if field.type.refers_to == "organisations":
        return _no_organisation(field, profile)
    if field.type.refers_to:
        return LINKS if profile.share(lambda cell: "://" in cell) >= _HALF else None
    if field.type.list_name and field.codes is None:
        return FLAGS if _are_yes_and_no(profile) else TEXTS if len(set(profile.cells)) > MOST_CODES else None
    return _no_codes(field, word, profile) if field.codes is not None else None


def _no_number(field: Field, word: Word, profile: ColumnProfile) -> Label | None:
    """What the cells of a column are that no number, share or span of years is read in."""
    if mostly(profile.dates) and profile.quantities < _FEW:
        return DAYS  # the maturity of a loan is a day, and no term in years
    if field.unit == "%":
        return LARGE if profile.bare_numbers >= _HALF and _is_beyond(profile, 100) else None
    read = max(profile.quantities, profile.percents)
    may_be_read = read >= _HARDLY or profile.share(_has_digit) >= _FEW  # ``24 months``
    texts = TEXTS if word.certainty < EXACT else None
    return None if read >= _FEW else texts if may_be_read else _kind_of(profile) or TEXTS


def _no_codes(field: Field, word: Word, profile: ColumnProfile) -> Label | None:
    """What the cells of a column are of whose words none is in the field's list of codes."""
    if field.codes is COUNTRIES:
        lookup = code_lookup(field)
        some = any(not lookup.unknown(cell, several=True) or lookup.known_of(cell) for cell in set(profile.cells))
        return None if some or len(set(profile.cells)) < _LEAST else TEXTS
    if word.certainty == EXACT:
        return None
    would_be_asked = field.shown.expected and not field.shown.unknown_is_absent
    known = profile.codes(field)
    if 0 < known < _HARDLY:
        return _kind_of(profile) or TEXTS  # each other cell would be a remark
    return None if known else _kind_of(profile) or (TEXTS if would_be_asked else None)


def _is_of_marks(profile: ColumnProfile) -> bool:
    return bool(profile.cells) and all(yes_or_no(cell) is not None for cell in set(profile.cells))


def _are_yes_and_no(profile: ColumnProfile) -> bool:
    """Whether a column says yes or no, whatever of: no text and no word of a list, but a field of its own."""
    return _is_of_marks(profile) and are_answers(profile.cells)


def _no_organisation(field: Field, profile: ColumnProfile) -> Label | None:
    if profile.is_mostly(lambda cell: yes_or_no(cell) is not None) and are_answers(profile.cells):
        return FLAGS  # ``Nonprofit organization?``
    if not any(map(str.isalpha, "".join(set(profile.cells)))):
        return NUMBERS  # of whatever list the sponsors stand in
    roles = {code for part in field.parts for code in part.codes or ()}
    if mostly(profile.share(_is_of_pairs)) and not any(cell.rpartition(":")[2] in roles for cell in profile.first):
        return PAIRS
    few = len(profile.cells) >= _MANY and profile.different < _RARELY
    is_of_words = (few and mostly(profile.share(_is_common_noun))) or are_owner_kinds(profile)
    if is_of_words or mostly(profile.share(are_general)):
        return CLASSES
    return SHARES if profile.percents >= _FEW else _kind_of(profile)


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _is_of_pairs(cell: str) -> bool:
    """Whether a cell holds what several names are given: ``presses:Dd; Ee; welding:Ff``."""
    return _PAIR.match(cell) is not None


def _is_of_coordinates(cell: str) -> bool:
    """Whether a cell is one number or a few, as coordinates are and no place is called: ``48.21``, ``16°22' E``."""
    return _COORDINATES.fullmatch(cell) is not None


def _is_no_place(cell: str) -> bool:
    """Whether a cell says how far something is, or is an address of no street: ``0x5f3a…`` of a ledger."""
    return cell.strip().casefold() in _PROGRESS or _KEY.fullmatch(cell.strip()) is not None


def _is_nested(cell: str) -> bool:
    """Whether a cell is what a nested object holds: ``Aa:Street 9, Bb:38.09:23.76``."""
    return _NESTED.match(cell) is not None


def _is_common_noun(cell: str) -> bool:
    """Whether a cell is one small word, as kinds of owners are: ``company``, ``union``."""
    return _SMALL_WORD.fullmatch(cell.strip()) is not None


def _kind_of(profile: ColumnProfile) -> Label | None:
    """What most cells are that no company is called."""
    shares = (
        (UNITS, profile.share(is_plainly_measure)),
        (SHARES, profile.percents),
        (LINKS, profile.links),
        (NUMBERS, profile.bare_numbers),
        (DAYS, profile.dates),
    )
    return next((what for what, share in shares if mostly(share)), None)


def _is_beyond(profile: ColumnProfile, most: int) -> bool:
    return profile.total > most * len(profile.cells)


def is_plainly_measure(cell: str) -> bool:
    """Whether a cell is a unit that no company is called: B is a billion, and a firm as well."""
    told = measure(cell)
    return (
        told is not None and bool(told.unit) and (bool(told.currency) or is_chinese(cell) or len(cell) > _LONGEST_SIGN)
    )

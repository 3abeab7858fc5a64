"""What looks unlike a name: numbers in front, signs of a programming language, several names that were not parted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from shlex import quote

from cq_tui.importing.convert.numbers_in_names import names_around_numbers, numbers_within
from cq_tui.importing.recognise.maps.mapping import PARTS_NAMES, TABLE_OF_NAMES
from cq_tui.importing.recognise.parties.authority_cells import is_authority
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.importing.review.facts import Unlike
from cq_tui.importing.review.line import short
from cq_tui.language import N_
from cq_tui.values.clean import clean_line
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Code, Reason

_LONG, _LONG_IN_CHINESE = 100, 40
"""Characters of a name; what is longer is mostly more than that."""
_MOSTLY, _MANY = 0.5, 0.3
_LOOKED_AT = 500
"""Names that show whether most are bodies."""
_DIGITS = 5
"""So many digits in front of a name are a number of something; fewer are mostly part of it: 3M, 1860 Aa."""


class UnlikeName(Code):
    """A sort of names that look unlike one. Each is told with its column, how many of the names, and the first."""

    NUMBERS = N_("{column}: names that begin with a number: {count} of {names}, such as {first}")
    OF_SEVERAL = N_(
        "{column}: names that hold the numbers of several, and have none of them: {count} of {names}, such as {first}. "
        "To part one: {setting}"
    )
    CODE = N_("{column}: names with brackets or quotes as programs write them: {count} of {names}, such as {first}")
    CONTACTS = N_("{column}: names with an address, a telephone number or a link: {count} of {names}, such as {first}")
    GAPS = N_("{column}: names with wide blanks or line ends within: {count} of {names}, such as {first}: is it one?")
    MARKS = N_("{column}: names with a mark that may part several: {count} of {names}, such as {first}")
    MARKS_PART = N_(
        "{column}: names with a mark that may part several: {count} of {names}, such as {first}. "
        "To part them: {setting}"
    )
    LONG = N_("{column}: names of more than {most} characters: {count} of {names}, such as {first}")
    PERSONS = N_("{column}: names like those of persons, where most are bodies: {count} of {names}, such as {first}")
    CONSTANT = N_(
        "{column}: {first} in {count} of {rows} rows: is that who the column is to name? If nobody is called so: "
        "{setting}"
    )
    PARTED = N_(
        "{column}: cells that are read as several names: {count} of {cells}, such as {first}. To take each for one: "
        "{setting}"
    )
    COMMAS = N_(
        "{column}: cells with commas that are read as one name, of which a part stands alone elsewhere: {count} of "
        "{cells}, such as {first}. To part all of them at commas: {setting}"
    )
    SHARED = N_(
        "{column}: names that stand in {other}, too: {count} of {names}, such as {first}: is each in its role? Else "
        "{setting} takes the column for no party"
    )


@dataclass(frozen=True, slots=True)
class _Sort:
    code: UnlikeName
    is_one: Callable[[str, str], bool]
    """Of a name, and the cell that holds nothing else or nothing, whether it is of the sort."""
    share: float
    """From which share of the names on it is important."""


_NUMBER = later(r"\W{0,2}(?:[A-Z]{1,3}[-. ]?)?\d[\d./ -]*\d(?=[\W_]|$)|\d{1,3}[.)、]\s*(?![A-Z]{2,3}\b)[^\W\d]")
"""Of a register, or of the entry; ``1. FC Aa`` is a club."""
_NUMBERED_COMPANY = later(r"(?i)[\d-]{6,10}\s+(?:canada|ontario|qu[eé]bec|b\.?c\.?|alberta|manitoba|saskatchewan)\b")
_CODE = later(
    r"^[\[{]|^\(\s*['\"]|(?<![\w\])])[\]}]$|['\"]\s*,\s*['\"]|^'[^']*'$|\\[nrtux]|&(?:amp|quot|lt|gt|nbsp|#\d+);|</?[a-z]+/?>"
    r"|^(?:nan|none|null|undefined|\[object Object\])$"
)
_GAPS = later(r"[^\W_][.)\]]?(?:[^\S\n]{3,}|[^\S\n]*[\n\r\t\v][\s]*|\s{2,})[^\W\d_]")
_BETWEEN_CHINESE = later(r"[\u3040-\u30ff\u3400-\u9fff)）]{3} +[\u3040-\u30ff\u3400-\u9fff]{3}")
_MARKS = later(
    r"(?P<mark>[;；|、•])|\s(?P<slash>[/+])\s|[^\W\d_]{3}(?P<close>/)[^\W\d_]{3}"
    r"|[^\W\d_]\s*(?P<comma>[,，])[^,，]+[,，][^,，]+[,，]"
)
_AS_ASKED = {"；": ";", "，": ","}
"""Marks as an answer says them."""
_CONTACTS = later(
    r"(?i)\S@\S+\.\w|https?:|(?<!\w)www\.\w|(?<!\w)(?:tel|phone|fax|mobile|telefon|e-?mail|电话|電話|手机|传真)(?:\.|:|：|\s)\s*\S"
    r"|\+\d[\d\s()/-]{7,}|(?<!\w)c/o\s|(?<!\w)z\.\s?hd\.|(?<!\w)(?:attn|att)[.:]"
    r"|[,，\n].*(?:\b\d{1,4}\s?[a-z]?\s*[,，\n]\s*)?\b(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d_]{3}"
    r"|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse)\s+\d{1,4}|(?<!\w)(?:rue|via|calle|rua|avenida|ul\.|ulica|avenue)\s.*\d"
    r"|\d{1,5}\s+[^\W\d_].*\b(?:street|road|avenue|lane|drive|blvd|suite)\b|[路街道巷]\s?\d{1,5}\s?[号號]|\d+[号號](?:楼|室|樓)"
)


def _begins_with_number(name: str, _cell: str) -> bool:
    match = _NUMBER.match(name)
    if match is None or _NUMBERED_COMPANY.match(name):
        return False
    return match[0].strip()[-1:].isalpha() or sum(map(str.isdigit, match[0])) >= _DIGITS


def _has_gaps(name: str, cell: str) -> bool:
    return _GAPS.search(cell or name) is not None or _BETWEEN_CHINESE.search(name) is not None


def longest_likely(name: str) -> int:
    """How many characters a name of its script has at most."""
    return _LONG_IN_CHINESE if is_chinese(name) else _LONG


_SORTS = (
    _Sort(UnlikeName.OF_SEVERAL, lambda name, _cell: numbers_within(name) > 1, 0),
    _Sort(UnlikeName.CONTACTS, lambda name, cell: _CONTACTS.search(cell or name) is not None, 0.02),
    _Sort(UnlikeName.NUMBERS, _begins_with_number, 0.05),
    _Sort(UnlikeName.CODE, lambda name, _cell: _CODE.search(name) is not None, 0),
    _Sort(UnlikeName.GAPS, _has_gaps, 0.02),
    _Sort(UnlikeName.MARKS, lambda name, _cell: _MARKS.search(name) is not None, 0.02),
    _Sort(UnlikeName.LONG, lambda name, _cell: len(name) > longest_likely(name), 0.05),
)
"""Each name is of the first of these sorts that it fits."""
_MAY_BE = later(
    r"[\d\[\]{}'\"\\&<>;；|、•/+\n\r\t\v@]|\s{2}|[\u3040-\u9fff)）] +[\u3040-\u9fff]|[,，]"
    r"|(?i:nan|none|null|undefined|www|c/o|z\.\s?hd|att)"
)
"""What a name has at least that is of one of them, but for long ones."""


def unlike_names(column: str, names: Mapping[str, str], parts: str | None = None) -> Iterator[Unlike]:
    """What looks unlike a name among those of a column, each with the cell that holds nothing else, else nothing.

    ``parts``: what says, with a mark behind it, that it parts the names of the column; empty where only one can be
    parted, None where none is, for the names are those of the records.
    """
    found: dict[UnlikeName, list[str]] = {}
    for name, cell in names.items():
        if len(name) <= _LONG_IN_CHINESE and not _MAY_BE.search(cell or name):
            continue
        sort = next((one for one in _SORTS if one.is_one(name, cell)), None)
        if sort is not None:
            found.setdefault(sort.code, []).append(name)
    for sort in _SORTS:
        if few := found.get(sort.code):
            told = _told(sort.code, column, few, len(names), important=len(few) >= sort.share * len(names))
            is_open = sort.code is UnlikeName.MARKS and parts is not None
            yield _with_answer(told, column, few, len(names), parts or "") if is_open else told
    persons = [one for one in names if is_like_a_person(one) and not is_company(one) and not is_authority(one)]
    if persons and sum(map(is_body, few := list(names)[:_LOOKED_AT])) >= _MOSTLY * len(few):
        yield _told(UnlikeName.PERSONS, column, persons, len(names), important=len(persons) >= 0.1 * len(names))


def _told(code: UnlikeName, column: str, few: list[str], names: int, *, important: bool) -> Unlike:
    most = {"most": f"{longest_likely(few[0])}"} if code is UnlikeName.LONG else {}
    if code is UnlikeName.OF_SEVERAL:
        each = "; ".join(names_around_numbers(few[0]))
        most = {"setting": f"--set {quote(f'{TABLE_OF_NAMES}.{clean_line(few[0])}={each}')}"}
    first = f'"{short(clean_line(few[0]))}"'
    told = Reason.of(code, column=short(column), count=f"{len(few):,}", names=f"{names:,}", first=first, **most)
    return Unlike(told, important)


def _with_answer(told: Unlike, column: str, few: list[str], names: int, parts: str) -> Unlike:
    """What is told of names with marks, with the answer that parts all of them at that of the first, or that one."""
    found = _MARKS.search(few[0])
    if found is None:  # its cell has one
        return told
    mark = next(filter(None, found.groups()))
    asked = _AS_ASKED.get(mark, mark)
    each = "; ".join(filter(None, map(str.strip, clean_line(few[0]).split(mark))))
    setting = parts + asked if parts and asked in PARTS_NAMES else f"{TABLE_OF_NAMES}.{clean_line(few[0])}={each}"
    said = Reason.of(
        UnlikeName.MARKS_PART, column=short(column), count=f"{len(few):,}", names=f"{names:,}",
        first=f'"{short(clean_line(few[0]))}"', setting=f"--set {quote(setting)}",
    )  # fmt: skip
    return Unlike(said, told.important)


def constant(column: str, name: str, rows: int, every: int, *, important: bool) -> Unlike:
    """One name in over half of the rows."""
    told = Reason.of(
        UnlikeName.CONSTANT, column=short(column), first=f'"{short(name)}"', count=f"{rows:,}", rows=f"{every:,}",
        setting=f"--set {quote(f'{TABLE_OF_NAMES}.{name}=-')}",
    )  # fmt: skip
    return Unlike(told, important)


def parted(column: str, setting: str, several: list[str], cells: int) -> Unlike:
    """Cells at whose marks names are parted; where most have one, the column is plainly of lists.

    ``setting``: takes each for one name. ``cells``: how many different ones the column has.
    """
    told = Reason.of(
        UnlikeName.PARTED, column=short(column), count=f"{len(several):,}", cells=f"{cells:,}",
        first=f'"{short(clean_line(several[0]))}"', setting=setting,
    )  # fmt: skip
    return Unlike(told, important=len(several) < _MOSTLY * cells)


def with_commas(column: str, setting: str, joined: list[str], cells: int) -> Unlike:
    """Cells with commas that are read as one name, of which a part is a name by itself. ``setting``: parts all."""
    told = Reason.of(
        UnlikeName.COMMAS, column=short(column), count=f"{len(joined):,}", cells=f"{cells:,}",
        first=f'"{short(clean_line(joined[0]))}"', setting=setting,
    )  # fmt: skip
    return Unlike(told, important=True)


def shared(column: str, other: str, count: int, names: int, first: str) -> Unlike:
    """Names that stand in two columns of different roles."""
    told = Reason.of(
        UnlikeName.SHARED, column=short(column), other=short(other), count=f"{count:,}", names=f"{names:,}",
        first=f'"{short(first)}"', setting=f"--set {quote(f'{column}=string')}",
    )  # fmt: skip
    return Unlike(told, important=count >= max(2, _MANY * names))

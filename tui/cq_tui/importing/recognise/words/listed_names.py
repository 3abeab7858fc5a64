"""Names in a row, behind commas or an ``and``: several only where each says itself that it is a whole name."""

import re
from collections.abc import Iterator

from cq_tui.importing.recognise.words.no_names import is_only_form
from cq_tui.importing.recognise.words.outside_brackets import cut, pieces, without_brackets
from cq_tui.query.name_keys import has_legal_form
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese

_MARKS = later(r"[,，+&和与與及暨]|\b(?:and|und|et|y|e|og|och)\b")
_BETWEEN = later(
    r"\s*[,，]\s*(?:(?:and|und|et|y|e|og|och|&)\s+)?|\s+(?:and|und|et|y|e|og|och|&|\+)\s+"
    r"|(?<=[\u3400-\u9fff])[和与與及暨](?=[\u3400-\u9fff])"
)
_AND_CO = later(r"(?i)(?:co|comp|cie|cía|cia|cª|c(?=\.))(?:\.(?!\w)|(?![\w.-]))")
"""What stands behind an ``and`` in the name of one company, whatever follows: ``& Co. Verlags KG``, ``y Cía``."""
_AND_KIN = later(
    r"(?i)(?:c|sons?|sohn|söhne|brothers|bros|fils|frères|hijos?|hnos|figli[oa]?|fratelli|f\.?lli|filhos?|irmãos"
    r"|zonen|zoon|zn|sønn(?:er)?|søn(?:ner)?|söner|synowie|synové|partners?|associates|associés|asociados|associati)"
    r"(?![\w-])\.?,?\s*"
)
"""The same, where nothing but a legal form follows: ``& Söhne KG``; Sons Bb Ltd may be another company."""
_CHINESE_END = later(
    r".{2,}(?:公司|集团|集團|银行|銀行|大学|大學|研究院|研究所|学院|學院|委员会|委員會|政府|协会|協會|商会|商會|企业|企業)$"
)
_IN_CHINESE = later(r"[\u3400-\u9fff]{2}|^[\u3400-\u9fff]$")
_LONGEST = 30
BLANK = "blank"
"""The blank as a mark that parts names, in a word: it would be lost at the end of a line."""
AND = "and"
"""An ``and`` in any language, and ``&``, as the mark that parts names."""
_AN_AND = later(r"\s+(?:and|und|et|y|e|og|och|en|i|&|\+)\s+|(?<=[\u3400-\u9fff])[和与與及暨](?=[\u3400-\u9fff])")
_BLANK = later(r"\s+")
_OPENS = "(（[【"
_COMMA = later("[,，]")
_AND_FIRST = later(r"^(?:and|und|et|y|e|og|och|&)\s+(?=\S)")
_ENDS_IN_COMMA = later(
    r"[,，]\s*(?=(?:[^\W\d_]{1,2}\s+)?[^\W\d_]{3})|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[,，]\s*(?=[^\W\d_])"
)
"""A comma before a word; behind a name in Chinese, Japanese or Korean before a letter, too: ``某某资本,LB``."""


def listed_names(name: str) -> list[str]:
    """``Aa GmbH, Bb AG`` as two, for both end in a legal form; ``Aa Co., Ltd.`` and ``Boulton & Watt Ltd`` as one."""
    if not _MARKS.search(name):
        return [name]
    if chinese := _parted_by_commas(name):
        return chinese
    parts = [part.strip() for part in _parts(name) if part.strip()]
    return parts if len(parts) > 1 and all(map(is_whole, parts)) else [name]


def _parts(name: str) -> Iterator[str]:
    """What stands between the marks, but for those that are within the name of one company: ``Aa GmbH & Co. KG``."""
    begin = 0
    for mark in _BETWEEN.finditer(without_brackets(name)):
        if mark[0].strip() not in (",", "，") and belongs_to_one_before(name[mark.end() :]):
            continue
        yield name[begin : mark.start()]
        begin = mark.end()
    yield name[begin:]


def belongs_to_one_before(text: str) -> bool:
    """Whether what follows an ``and`` goes on a name: ``Co. Verlags KG``, ``Söhne Ltd``."""
    kin = _AND_KIN.match(text)
    rest = text[kin.end() :] if kin else text
    return _AND_CO.match(text) is not None or (kin is not None and (not rest or is_only_form(_BETWEEN.split(rest)[0])))


def _parted_by_commas(name: str) -> list[str]:
    """Names in Chinese behind commas, which stand in none: ``甲资本,乙创投``; empty where one is in other letters."""
    parts = pieces(_COMMA, name)
    plain = all(_IN_CHINESE.search(part) and len(part) <= _LONGEST for part in parts)
    return parts if len(parts) > 1 and plain else []


def may_be_several(name: str) -> bool:
    """Whether a name that is read as one holds a comma that is not that of a legal form."""
    parts = pieces(_COMMA, name)
    return len(cut(_ENDS_IN_COMMA, name)[1]) > 0 and not all(is_only_form(part) for part in parts[1:] if part)


def names_between(name: str, mark: str = ",") -> list[str]:
    """The names that a cell would hold if a mark parted two; a legal form stays with the one before it.

    An ``and`` behind the mark is none of a name's. Where blanks part Chinese names, those in other letters have some.
    """
    if mark == BLANK:
        return _between_blanks(name)
    if mark == AND:
        return _between_ands(name)
    found: list[str] = []
    for part in pieces(_COMMA if mark == "," else re.compile(re.escape(mark)), name):
        if found and is_only_form(part):
            found[-1] += f"{mark} {part}"
        elif found:
            found.append(_AND_FIRST.sub("", part))
        else:
            found.append(part)
    return found


def _between_blanks(name: str) -> list[str]:
    """``南某基金 Aa Capital`` as two: what holds Chinese characters is a name by itself, other words go together."""
    found: list[str] = []
    for part in pieces(_BLANK, name):
        goes_on = bool(found) and not is_chinese(found[-1]) and not is_chinese(part)
        if found and (goes_on or is_only_form(part) or part[0] in _OPENS):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def _between_ands(name: str) -> list[str]:
    """``Gg and Hh`` as two; what goes on the name of one company stays with it, as ``Aa & Sons``."""
    begin, found = 0, list[str]()
    for mark in _AN_AND.finditer(without_brackets(name)):
        if not belongs_to_one_before(name[mark.end() :]):
            found.append(name[begin : mark.start()].strip())
            begin = mark.end()
    return [*filter(None, found), name[begin:].strip()]


def is_whole(name: str) -> bool:
    """Whether a name says itself that it is one: by a legal form, or by how it ends in Chinese."""
    return bool(_CHINESE_END.fullmatch(name)) or (has_legal_form(name) and not is_only_form(name))

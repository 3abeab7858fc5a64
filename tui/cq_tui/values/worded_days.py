"""What languages write around a day and its year, and in what order: ``2023. gada 5. maijā``, ``«5» мая 2023 г.``."""

import re

from cq_tui.values.months import LETTERS

_PLAIN = re.compile(r"[\d\s./:+-]*\d")
_YEAR_WORD = r"(?:god(?:in[aeu]?)?|года?|году|година|рік|року|роки|rok[ua]?|gad[sa]|metai|metų|évi?|yılı?|г|р|r|g)"
_DAY_AND_YEAR = re.compile(rf"^((?:\d{{1,2}}([./-])\s?)?\d{{1,2}}[./-]\s?\d{{4}})\.?\s?{_YEAR_WORD}\.?$")
"""``05.03.2024 г.``, ``5.3.2024. godine``, ``03.2024 r.``"""
_YEAR_ALONE = re.compile(rf"^(?:(?:rok|год|рік|godina)\s)?((?:19|20)\d\d)(?:\.?\s?{_YEAR_WORD}|\sm(?=\.))?\.?$")
"""``2024 г.``, ``2024.``, ``rok 2024``; a Lithuanian *m.* has its point, which metres hardly have."""
_BEHIND_MONTH = re.compile(rf"(?<=[{LETTERS}])\.?\s+((?:19|20)\d\d)\.?\s?{_YEAR_WORD}?\.?$")
_BEFORE = re.compile(r"^(?:den|dne|ze dne|zo dňa|dňa|dnia|z dnia|w dniu|am|vom|от|від|с|з)\s+(?=[«\"“„]?\d)")
"""Words before a day that say nothing but that it is one: ``vom 05.03.2024``, ``от 05.03.2024``."""
_QUOTED = re.compile(r"^[«\"“„'](\d{1,2})[»\"”“'](?=\s)")
_LATVIAN = re.compile(rf"^(\d{{4}})\.?\s?(?:gada|g\.)\s+(?:(\d{{1,2}})\.?\s+)?([{LETTERS}]+)$")
_LITHUANIAN = re.compile(rf"^(\d{{4}})\s?(?:m\.|metų)\s+([{LETTERS}]+)(?:\s+(\d{{1,2}}))?(?:\s?d(?:\.|ieną?))?$")
_LITHUANIAN_DAY = re.compile(r"^(\d{4}-\d\d-\d\d)\s?d\.$")
_ORDINAL = re.compile(rf"^(\d{{1,2}})(?:η|ης|-?го|-?е)(?=\s[{LETTERS}])")
_ROMAN = re.compile(r"^(\d{1,2})[.\s/-]+(viii|vii|vi|v|iv|iii|ii|ix|i|xii|xi|x)[.\s/-]+((?:19|20)\d\d)$")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii".split()
_CROATIAN_OCTOBER = re.compile(r"^(\d{1,2}\.\s*)listopada(?=\s)|^listopad(?=\s*\d{4}\.)")
"""The month that is November in Polish and Czech, which put no point behind the day of *listopada* or the year."""


def without_words(left: str) -> str:
    """A folded date without the words around it, its parts in the order of others; as it is where it has none."""
    if _PLAIN.fullmatch(left):
        return left
    left = _ORDINAL.sub(r"\1", _QUOTED.sub(r"\1", _BEFORE.sub("", left)))
    left = _CROATIAN_OCTOBER.sub(lambda match: f"{match[1] or ''}october", left)
    if match := _DAY_AND_YEAR.match(left) or _YEAR_ALONE.match(left) or _LITHUANIAN_DAY.match(left):
        return match[1]
    if match := _LATVIAN.match(left):
        return f"{match[2] or ''} {match[3]} {match[1]}".strip()
    if match := _LITHUANIAN.match(left):
        return f"{match[3] or ''} {match[2]} {match[1]}".strip()
    if match := _ROMAN.match(left):
        return f"{match[3]}-{_NUMERALS.index(match[2]) + 1:02}-{match[1]:0>2}"
    return _BEHIND_MONTH.sub(r" \1", left)

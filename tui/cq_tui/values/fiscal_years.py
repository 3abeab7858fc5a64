"""Years of budgets and books, as lists write them: ``FY16``, ``exercice 2016``, ``2016年度``, ``2016财年``."""

import re

from cq_tui.values.units import folded

_WORDS = (
    r"fiscal(?: year)?|financial year|budget year|exercice(?: budg[ée]taire)?|ann[ée]e(?: budg[ée]taire)?"
    r"|ejercicio(?: fiscal| presupuestario)?|exerc[íi]cio(?: fiscal)?|esercizio(?: finanziario)?|anno finanziario"
    r"|geschäftsjahr|haushaltsjahr|rechnungsjahr|boekjaar|begrotingsjaar|rok budżetowy|rozpočtov[ýy] rok|účetní rok"
    r"|regnskabsår|finansår|budsjettår|regnskapsår|budgetår|räkenskapsår|tilikausi|mali yıl"
    r"|финансовый год|бюджетный год|бюджетний рік|tahun anggaran|năm tài chính"
)
_SHORT = r"fye?|gj|hj|bj"
_BEHIND = r"(?:会计|會計|财政|財政|预算|預算)?年度|[财財]年|會計年|년도|회계\s?연도|fy|финансовый год|бюджетный год"
_YEAR = r"((?:19|20)\d\d)"
_FISCAL = re.compile(
    rf"(?:{_SHORT})[\s._-]*'?(?:{_YEAR}|(\d\d))"
    rf"|(?:{_WORDS})[\s:._-]*{_YEAR}(?:年度|年)?|(?:fy\s*)?{_YEAR}\s*(?:{_BEHIND})"
)
_LAST_OF_THE_CENTURY = 68
"""Of years of two digits, as in days: 69 to 99 are of the last century."""


def fiscal_year(text: str) -> int | None:
    """The year by which a fiscal year is called; None for any other text, and for one that is called by two."""
    match = _FISCAL.fullmatch(folded(text))
    if match is None:
        return None
    year = int(next(filter(None, match.groups())))
    return year if year > 99 else year + (1900 if year > _LAST_OF_THE_CENTURY else 2000)


def is_fiscal_year(text: str) -> bool:
    """Whether a text is a fiscal year, called by one year."""
    return fiscal_year(text) is not None

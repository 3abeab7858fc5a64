"""Rows that add up the others: what they are called."""

import re
from collections.abc import Sequence

TOTAL = (
    r"(?i)^((.{1,20})?(合\s*[计計]|[总總]\s*[计計]|小\s*[计計])|共\s*[计計]|累\s*[计計]|"
    r"(.{1,40} )?(grand |sub-?)?totals?|sum|"
    r"summe|gesamt(summe|betrag|wert|kosten|ergebnis)?|insgesamt|zwischensumme|"
    r"(sous-|sub)?total(e|es)?( g(é|e)n(é|e)ral| geral)?|suma|somma|razem|ogółem|celkem|spolu|totaal|"
    r"subtotaal|totalt|i alt|yhteensä|összesen|toplam|ukupno|"
    r"skupaj|kokku|kopā|iš viso|σύνολο|γενικό σύνολο|итого|всего|разом|усього|общо|合計|総計|小計|합계|총계|소계|"
    r"tổng( cộng)?|jumlah|المجموع)"
    r"\s*[:：]?\s*([(（].*[)）]|\d+\s*(项|個|个|rows|projects|deals)?)?$"
)
"""What a row of totals is called, as an expression of the engine and of Python."""
TOTAL_OF = (
    r"(?i)^(grand[ -]totals?|sub[ -]?totals?|(sous|sub)[ -]?total(e|es)?|total(e|es)? (g(é|e)n(é|e)ral(e|es)?|geral)|"
    r"zwischensumme|gesamtsumme|subtotaal|eindtotaal|mezisoučet|suma częściowa|общий итог|промежуточный итог)"
    r"[\s:：.(（–—-]"
)
"""What begins as nothing but a row of totals does, whatever it adds up: "Grand total North"."""
MAYBE_TOTAL_OF = (
    r"(?i)^(totals?|totale|totaal|totalt|suma|summe|celkem|razem|итого|всего|разом|усього|общо|toplam)[\s:：].*\pL"
)
"""What a row of totals may begin with, and a company, too: "Total North"."""
RUNNING = r"^\d{1,7}[.、)）]?$"
"""A running number, which may stand before the word."""
_CALLED, _RUNNING = re.compile(TOTAL), re.compile(RUNNING)
_CALLED_OF = re.compile(TOTAL_OF)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row seems to add up others: it begins so, behind its running number if it has one, and is not full."""
    filled = [cell.strip() for cell in row if cell.strip()]
    called = filled[1:] if len(filled) > 1 and row[0].strip() and _RUNNING.search(filled[0]) else filled
    return 0 < len(filled) < len(row) and (_CALLED.search(called[0]) or _CALLED_OF.search(called[0])) is not None

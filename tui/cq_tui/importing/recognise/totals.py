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
"""What a row of totals begins with, as an expression of the engine and of Python."""
RUNNING = r"^\d{1,7}[.、)）]?$"
"""A running number, which may stand before the word."""
_CALLED, _RUNNING = re.compile(TOTAL), re.compile(RUNNING)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row seems to add up others: it begins so, behind its running number if it has one, and is not full."""
    filled = [cell.strip() for cell in row if cell.strip()]
    called = filled[1:] if len(filled) > 1 and row[0].strip() and _RUNNING.search(filled[0]) else filled
    return 0 < len(filled) < len(row) and _CALLED.search(called[0]) is not None

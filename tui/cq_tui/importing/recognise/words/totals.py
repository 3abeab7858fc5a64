"""Rows that add up the others: what they are called."""

import re
from collections.abc import Sequence

from cq_tui.values.expressions import later

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
    r"zwischensumme|gesamtsumme|subtotaal|eindtotaal|delsumma?|mezisoučet|medzisúčet|suma częściowa|részösszeg|"
    r"(ara|genel) toplam|välisumma|общий итог|промежуточный итог|итого|"
    r"totals? (for|of all|of the)|всего (по|за|для)|celkem (za|pro)|summe (der|aller)|"
    r"(合|[总總]|小)\s*[计計])"
    r"[\s:：.(（–—-]"
)
"""What begins as nothing but a row of totals does, whatever it adds up: "Grand total North"."""
MAYBE_TOTAL_OF = (
    r"(?i)^(totals?|totale|totaal|totalt|suma|summe|celkem|razem|всего|разом|усього|общо|toplam)[\s:：].*\pL"
)
"""What a row of totals may begin with, and a company, too: "Total North"."""
COUNTED_IN = (
    r"^([A-Z]{3}|[百千万亿萬億]*(元|美元|欧元|歐元|人民币|人民幣|项|項|个|個)?|"
    r"(?i:mn?|mio\.?|bn|k|million|billion|n/?a)|#[A-Z/0]+[!?]?)$"
)
"""What the amounts of a row of totals are counted in, beside them; or what a spreadsheet could not work out."""
BESIDE = r"\pL|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
"""What a cell of words, of a code or of a day has: a row of totals has numbers alone beside its own word."""
RUNNING = r"^\d{1,7}[.、)）]?$"
"""A running number, which may stand before the word."""
_CALLED, _CALLED_OF, _RUNNING = later(TOTAL), later(TOTAL_OF), later(RUNNING)
_ANY_CALLED, _ANY_CALLED_OF = later(TOTAL, re.MULTILINE), later(TOTAL_OF, re.MULTILINE)
"""The same of a text of several cells, a line each."""
_COUNTED, _BESIDE = later(COUNTED_IN), later(BESIDE.replace(r"\pL", r"[^\W\d_]"))


def is_total(row: Sequence[str]) -> bool:
    """Whether a row seems to add up others: it begins so, behind its running number if it has one, and is not full.

    Its word may stand in a further column, too, where beside it are numbers alone; or else one text, where the word
    is one that nobody is called.
    """
    filled = [cell.strip() for cell in row if cell.strip()]
    if not 0 < len(filled) < len(row):
        return False
    # Of most rows no cell is called so, which a look at all of them together tells in a third of the time.
    if not (_ANY_CALLED.search("\n".join(filled)) or _ANY_CALLED_OF.search(" \n".join((*filled, "")))):
        return False
    called = filled[1:] if len(filled) > 1 and row[0].strip() and _RUNNING.search(filled[0]) else filled
    if _CALLED.search(called[0]) or _CALLED_OF.search(called[0]):
        return True
    totals = {cell: _CALLED_OF.search(f"{cell} ") is not None for cell in filled}
    totals = {cell: is_sure for cell, is_sure in totals.items() if is_sure or _CALLED.search(cell)}
    beside = sum(bool(_BESIDE.search(cell)) and not _COUNTED.search(cell) for cell in filled if cell not in totals)
    return bool(totals) and beside <= any(totals.values())

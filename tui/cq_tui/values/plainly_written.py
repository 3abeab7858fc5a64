"""What lists write in and around numbers that says nothing of them: footnotes, no cents, tax, thousands in short."""

from cq_tui.values.expressions import later
from cq_tui.values.units import folded

_MARKS = later(r"[\u00b9\u00b2\u00b3\u2070-\u207f]+$|\s*[*†‡#]+$|\s*\[\w{1,3}\]$")
"""What points to a footnote behind a number; folded, ``149¹`` would be 1491."""
_LAST_COMMA = later(r"(?<=\d),$")
"""A comma behind the last digit parts nothing: ``1,000,000,``."""
_NO_CENTS = later(r"(?<=\d)[.,]\s?(?:--?|[–—])$")
"""What stands for no cents in Swiss and other lists: ``5'000.--``, ``5.000,-``."""
_TAX = later(
    r"(?<=[\w.,€$£-])\s*(?:\+|(?<![^\W_])(?:plus|zzgl|inkl|exkl|excl|incl|ekskl|eks|bez|s|vč|ohne|zonder|с|без|з|be|su|ar)(?![^\W_]))"
    r"\.?\s*(?:áfa|afa|mwst|ust|dph|btw|moms|mva|pdv|vat|ндс|пдв|ддс|kdv|pvm|pvn|alv|tva|iva|φπα)\.?$|^(?:nett[oó]|brutt[oó])\s+(?=\S*\d)"
)
"""Whether the tax is in an amount, as cells say it: ``2 000 000 Ft + ÁFA``, ``bruttó 5 000 Ft``."""
_DASH_FIRST = later(r"^–(?=[\d€$£])")
"""What a typesetter makes of a minus."""
_THOUSANDS = later(r"(?<=\d)\s?Th\.(?=\s|$)")
"""``€500Th.``; the th of ``25th`` counts nothing."""
_IN_WORDS_OF_MONEY = later(r"^金\s?(?=\d[\d,. ]*[円圓元원])")
"""How Japanese papers begin an amount: ``金 1,789,000円``."""
_YEN_FIRST = later(r"^\\(?=\s?\d)")
"""The yen sign of Shift_JIS, which stands where others have the backslash."""
_BLANK_BEFORE_MARK = later(r"(?<=\d)\s+,\s?(?=\d{3}(?!\d))")
_TAX_IN_BRACKETS = later(r"(?<=[\w.])\s*\([^()]*(?:消費税|消费税|增值税|増値税|税率|税額|税额)[^()]*\)$")
"""What says how much tax is in an amount, or at which rate: a remark, and no other amount."""


def plainly_written(text: str) -> str:
    """A cell with a number, folded, in the signs and with the words that numbers are read by."""
    left = folded(_MARKS.sub("", in_short(text.strip()))).replace("−", "-").replace("’", "'")
    left = _YEN_FIRST.sub("¥", _BLANK_BEFORE_MARK.sub(",", _IN_WORDS_OF_MONEY.sub("", left)))
    left = _TAX.sub("", _TAX_IN_BRACKETS.sub("", left))
    return _LAST_COMMA.sub("", _NO_CENTS.sub("", _DASH_FIRST.sub("-", left)))


def in_short(text: str) -> str:
    """A text with the sign for thousands in place of what some write for it."""
    return _THOUSANDS.sub(" k", text)

"""The words that numbers are counted in: 万, 亿, million, bn."""

import unicodedata

UNITS = {
    "": 1, "千": 10**3, "k": 10**3, "thousand": 10**3, "thousands": 10**3, "万": 10**4, "萬": 10**4, "百万": 10**6,
    "百萬": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "million": 10**6, "millions": 10**6,
    "千万": 10**7, "千萬": 10**7, "亿": 10**8, "億": 10**8, "bn": 10**9, "b": 10**9, "mrd": 10**9, "billion": 10**9,
    "billions": 10**9, "十亿": 10**9, "万亿": 10**12, "萬億": 10**12, "tn": 10**12, "trillion": 10**12,
    "trillions": 10**12,
}  # fmt: skip
"""A folded unit to how much it is; the empty one counts single units."""


def folded(text: str) -> str:
    """Without regard to width, case, the script of digits and outer blanks; the full-width yen sign stays one sign."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    if plain.isascii():
        return plain
    # NFKC leaves the digits of other scripts; what reads digits here knows 0 to 9 alone.
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in plain)

"""Write tui/model/countries.txt: ISO 3166 codes with Chinese and English names from CLDR (by Babel)."""

import sys
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parent.parent / "tui" / "model" / "countries.txt"
HEADER = "# ISO 3166-1 alpha-2, names from Unicode CLDR (Unicode License v3). Made by scripts/make_countries.py.\n"
NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def text() -> str:
    """The file's text, one country a line: code, Chinese name, English name, tab between."""
    zh, en = Locale("zh").territories, Locale("en").territories
    codes = sorted(c for c in en.keys() & zh.keys() if len(c) == 2 and c.isalpha() and c not in NOT_COUNTRIES)
    return HEADER + "".join(f"{code}\t{zh[code]}\t{en[code]}\n" for code in codes)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text("utf-8") != text())
    TARGET.write_text(text(), "utf-8")

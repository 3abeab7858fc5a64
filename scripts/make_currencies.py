"""Write tui/cq_tui/values/currencies.txt: ISO 4217 codes with what each is called in the languages lists come in.

Names are CLDR's (by Babel): of money that is legal tender today, and of some that was. A name that two currencies share
is left out; what people write beside names stands in ``values/currencies.py``.
"""

import sys
from collections import Counter
from pathlib import Path

from babel import Locale
from babel.core import get_global
from cq_tui.values.units import folded

TARGET = Path(__file__).parent.parent / "tui" / "cq_tui" / "values" / "currencies.txt"
HEADER = "# ISO 4217 codes, names from Unicode CLDR (Unicode License v3). Made by scripts/make_currencies.py.\n"
LANGUAGES = "en zh zh_Hant ja de fr es it pl".split()
FORMER = (
    "ATS BEF BGN CSK CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL NLG PTE ROL SIT SKK SLL TRL VEF ZMK"
).split()


def codes() -> list[str]:
    """What is legal tender somewhere, and what was until not long ago."""
    now = {
        code
        for money in get_global("territory_currencies").values()
        for code, _start, end, tender in money
        if end is None and tender
    }
    return sorted(now | set(FORMER))


def called(code: str) -> list[str]:
    """The names of a currency, singular and plural, folded."""
    found: dict[str, None] = {}
    for tag in LANGUAGES:
        locale = Locale.parse(tag)
        names = [locale.currencies.get(code, ""), *locale._data["currency_names_plural"].get(code, {}).values()]
        found |= dict.fromkeys(folded(name) for name in names if name and "(" not in name)
    return list(found)


def text() -> str:
    """The file's text, one currency a line: the code, a tab, its names."""
    names = {code: called(code) for code in codes()}
    times = Counter(name for some in names.values() for name in some)
    return HEADER + "".join(
        f"{code}\t{'|'.join(name for name in some if times[name] == 1)}\n" for code, some in names.items()
    )


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text("utf-8") != text())
    TARGET.write_text(text(), "utf-8")

"""Cells of two lines, an amount and a day: ``$5,000.00`` above ``10/23/2020``."""

from cq_tui.values.dates import is_date
from cq_tui.values.numbers import is_amount


def amount_and_day(text: str) -> tuple[str, str] | None:
    """The two lines of such a cell; None for any other."""
    lines = [line.strip() for line in text.splitlines() if line.strip()] if "\n" in text else []
    if len(lines) != 2 or not is_date(lines[1]) or is_date(lines[0]) or not is_amount(lines[0]):
        return None
    return lines[0], lines[1]

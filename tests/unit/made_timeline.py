"""A made archive of deals over the years, with days known to the day, month and year, and unknown. Nothing is real."""

from pathlib import Path

from tests.unit.made import write_archive

EVENTS = """
[[events]]
id = "fair"
name = { en = "Fair" }

[[events]]
id = "expo"
name = { en = "Expo" }
date = 2024-05-20
"""
# id, event, date, precision, type, stage, amount, currency, what else
DEALS = [
    ("jan", "fair", "2023-01-15", "", "investment", "operating", 100, "CNY", ""),
    ("feb", "fair", "2023-02-01", "month", "investment", "signed", 50, "CNY", ""),
    ("gone", "fair", "2023-02-10", "", "investment", "cancelled", 70, "CNY", ""),
    ("roof", "fair", "2023-02-10", "", "investment", "signed", 999, "CNY", "umbrella = true\n"),
    ("aug", "fair", "2023-08-01", "", "fund", "started", 10, "EUR", ""),
    ("some-time", "fair", "2023-01-01", "year", "investment", "signed", 30, "CNY", ""),
    ("at-the-expo", "expo", "", "", "investment", "signed", 200, "CNY", ""),
    ("own-day", "expo", "2024-07-01", "", "investment", "", 5, "EUR", ""),
    ("year-at-the-expo", "expo", "2024-01-01", "year", "investment", "signed", None, "", ""),
    ("no-day", "fair", "", "", "investment", "signed", 7, "CNY", ""),
]


def write_timeline(root: Path) -> Path:
    """Write the archive into a folder."""
    deals = []
    for id_, event, day, precision, instrument, stage, amount, currency, more in DEALS:
        text = f'[[deals]]\nid = "{id_}"\nevent = "{event}"\ntitle = {{ en = "{id_}" }}\ninstrument = "{instrument}"\n'
        text += f"date = {day}\n" if day else ""
        text += f'date_precision = "{precision}"\n' if precision else ""
        text += f'stage = "{stage}"\n' if stage else ""
        text += f'amount = {amount}\ncurrency = "{currency}"\n' if amount else ""
        deals.append(text + more)
    return write_archive(root, events=EVENTS, deals="".join(deals))

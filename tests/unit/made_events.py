"""A made archive of several events: nobody met there, and nothing was signed."""

from pathlib import Path

from tests.shipped import SCHEMA

_EVENTS = """[[events]]
id = "fair-2023"
name = { zh = "展会二三", en = "Fair of 2023" }
date = 2023-05-04
organisers = ["aa"]
[[events.totals]]
count = 9
amount = 900_000_000
currency = "CNY"
[[events]]
id = "fair-2024"
name = { zh = "展会二四", en = "Fair of 2024" }
date = 2024-05-04
[[events]]
id = "old-fair"
name = { zh = "旧展", en = "Fair only mentioned" }
"""
_DEALS = (
    ("mill", "fair-2023", "investment", 12_000_000, "EUR", "aa bb"),
    ("credit", "fair-2023", "credit-line", 500_000_000, "CNY", "bb"),
    ("mine", "fair-2024", "investment", 30_000_000, "EUR", "aa"),
    ("plant", "fair-2024", "investment", 80_000_000, "CNY", "cc"),
    ("order", "fair-2024", "purchase-order", 7_000_000, "USD", "cc aa"),
    ("talk", "fair-2024", "cooperation", 0, "", "bb"),
)


def make_events(root: Path) -> Path:
    """Write the archive."""
    data = root / "data"
    data.mkdir(parents=True)
    (data / "events.toml").write_text(_EVENTS, "utf-8")
    organisations = (
        f'[[organisations]]\nid = "{id_}"\nname = {{ en = "{id_.title()}" }}\ntype = "company"\n'
        for id_ in ("aa", "bb", "cc")
    )
    (data / "organisations.toml").write_text("".join(organisations), "utf-8")
    (data / "schema.toml").write_text(SCHEMA, "utf-8")
    (data / "deals.toml").write_text("".join(_deal(*deal) for deal in _DEALS), "utf-8")
    (data / "speakers.toml").write_text(
        '[[speakers]]\nid = "ann"\nname = { en = "Ann" }\nevent = "fair-2024"\nrole = "keynote"\ntype = "person"\n'
        'organisation = "aa"\n', "utf-8"
    )  # fmt: skip
    return root


def _deal(id_: str, event: str, instrument: str, amount: int, currency: str, parties: str) -> str:
    money = f'amount = {amount}\ncurrency = "{currency}"\ncategory = "investment"\n' if amount else ""
    parts = ", ".join(f'{{ org = "{one}", role = "investor" }}' for one in parties.split())
    return (
        f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "Deal {id_}" }}\nevent = "{event}"\ninstrument = "{instrument}"\n'
        f"{money}parties = [{parts}]\n"
    )

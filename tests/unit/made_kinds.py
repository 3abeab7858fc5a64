"""A made archive with twelve kinds of its own; nothing in it is real."""

from pathlib import Path

from cq_tui.kinds import kinds
from cq_tui.language import Label
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import shown
from cq_tui.schema.own_kinds import OwnKind
from cq_tui.schema.schema import Schema
from cq_tui.schema.text import Text
from cq_tui.schema.types import Amount, Currency, Day, Line, Slug, code, code_list

from tests.unit.made import DEAL, EVENT, PASSAGE, SOURCE, write_archive

AREA = code_list({"food": ("食品", "Food"), "tools": ("工具", "Tools", "machines")})

EXHIBITORS = OwnKind(
    "exhibitors",
    Label("参展商", "Exhibitors"),
    Label("参展商", "exhibitor"),
    fields=(
        OwnField("event", Slug, shown("活动", "Event", to="events", back=("参展商", "Exhibitors"))),
        OwnField(
            "org", Slug, shown("机构", "Organisation", to="organisations", back=("参展", "Exhibits as"), column=2)
        ),
        OwnField("area", code(AREA), shown("展区", "Area", column=3)),
        OwnField("fee", Amount, shown("展位费", "Fee", currency="fee_currency", column=4)),
        OwnField("fee_currency", Currency, shown("币种", "Currency")),
        OwnField("since", Day, shown("首次参展", "Since", column=5)),
        OwnField("goods", tuple[Line, ...], shown("展品", "Goods", column=6)),
    ),
)
BOOTHS = OwnKind(
    "booths",
    Label("展位", "Booths"),
    Label("展位", "booth"),
    heading="number",
    fields=(
        OwnField("number", Line, shown("展位号", "Number", column=1)),
        OwnField("holder", Slug, shown("参展商", "Holder", to="exhibitors", back=("展位", "Booths"), column=2)),
    ),
)
OTHERS = (
    ("halls", "展馆", "Halls"), ("visitors", "观众", "Trade visitors"), ("sponsors", "赞助商", "Sponsors"),
    ("grants", "补贴", "Grants"), ("permits", "许可证", "Permits"), ("routes", "线路", "Routes"),
    ("teams", "团队", "Teams"), ("prizes", "奖项", "Prizes"), ("reports", "报告", "Reports"),
    ("visits", "考察", "Visits"),
)  # fmt: skip

ORGANISATIONS = (
    '[[organisations]]\nid = "aa"\nname = { zh = "甲厂", en = "Aa Works" }\n'
    '[[organisations]]\nid = "bb"\nname = { zh = "乙厂", en = "Bb Works" }\n'
)
EXHIBITORS_TOML = """[[exhibitors]]
id = "aa-at-the-fair"
name = { zh = "甲厂展团", en = "Aa at the fair" }
event = "fair"
org = "aa"
area = "food"
fee = 20000
fee_currency = "CNY"
since = 2019-03-01
goods = ["noodles", "tea"]
cites = ["p1"]
[[exhibitors]]
id = "bb-at-the-fair"
name = { zh = "乙厂展团", en = "Bb at the fair" }
event = "fair"
org = "bb"
area = "tools"
fee = 30000
fee_currency = "CNY"
[[exhibitors]]
id = "cc"
name = { en = "Cc" }
"""
BOOTHS_TOML = (
    '[[booths]]\nid = "a1"\nnumber = "A 1"\nholder = "aa-at-the-fair"\n[[booths]]\nid = "a2"\nnumber = "A 2"\n'
)
HALLS_TOML = (
    '[[halls]]\nid = "north"\nname = { zh = "北馆", en = "North hall" }\nnote = { en = "The fair began here." }\n'
)


SHIPPED = {
    "speakers": '[[speakers]]\nid = "dd"\nname = { en = "Dd" }\nevent = "fair"\n',
    "platforms": '[[platforms]]\nid = "ee"\nname = { en = "Ee" }\nevent = "fair"\n',
    "chain": '[[chain]]\nid = "ff"\nname = { en = "Ff" }\ntier = "industry"\n',
    "opportunities": '[[opportunities]]\nid = "gg"\ntitle = { en = "Gg" }\nevent = "fair"\n',
}
"""A record of each further kind of the program's that has a tab: without one it would have none here."""


def own_schema(others: int = len(OTHERS)) -> Schema:
    """Exhibitors and booths, further kinds with nothing but a name, and a link from a shipped kind to an own one."""
    more = (OwnKind(name, Label(zh, en)) for name, zh, en in OTHERS[:others])
    schema = kinds().with_kinds(EXHIBITORS, BOOTHS, *more)
    stand = shown("签约展位", "Signed at", to="booths", back=("在此签约", "Signed here"))
    return schema.extended("deals", OwnField("stand", Slug, stand), OwnField("terms", Text, shown("条款", "Terms")))


def made_archive(root: Path) -> Path:
    """An archive of that schema, which it does not declare: the schema is given where the archive is opened."""
    return write_archive(
        root,
        events=EVENT,
        deals=DEAL + 'stand = "a1"\n',
        organisations=ORGANISATIONS,
        exhibitors=EXHIBITORS_TOML,
        booths=BOOTHS_TOML,
        halls=HALLS_TOML,
        **SHIPPED,
        seeds=SOURCE + PASSAGE + 'anchor = "opens"\n',
    )


SCHEMA_TOML = """[codes.area]
food = { zh = "食品", en = "Food" }
tools = { zh = "工具", en = "Tools", aliases = ["machines"] }

[kinds.exhibitors]
label = { zh = "参展商", en = "Exhibitors" }
one = { zh = "参展商", en = "exhibitor" }
[fields.exhibitors.event]
label = { zh = "活动", en = "Event" }
type = "link"
to = "events"
back = { zh = "参展商", en = "Exhibitors" }
column = 0
[fields.exhibitors.org]
label = { zh = "机构", en = "Organisation" }
type = "link"
to = "organisations"
back = { zh = "参展", en = "Exhibits as" }
[fields.exhibitors]
area = { label = { zh = "展区", en = "Area" }, type = "code", codes = "area" }
fee = { label = { zh = "展位费", en = "Fee" }, type = "money" }
since = { label = { zh = "首次参展", en = "Since" }, type = "date" }
goods = { label = { zh = "展品", en = "Goods" }, type = "string", list = true }

[kinds.booths]
label = { zh = "展位", en = "Booths" }
one = { zh = "展位", en = "booth" }
heading = "number"
[fields.booths.number]
label = { zh = "展位号", en = "Number" }
type = "string"
[fields.booths.holder]
label = { zh = "参展商", en = "Holder" }
type = "link"
to = "exhibitors"
back = { zh = "展位", en = "Booths" }

[fields.deals.stand]
label = { zh = "签约展位", en = "Signed at" }
type = "link"
to = "booths"
back = { zh = "在此签约", en = "Signed here" }
""" + "".join(f'[kinds.{name}]\nlabel = {{ zh = "{zh}", en = "{en}" }}\n' for name, zh, en in OTHERS)
"""The same, as an archive declares it."""


def declaring_archive(root: Path) -> Path:
    """The archive with the file that declares its schema."""
    made_archive(root)
    (root / "data" / "schema.toml").write_text(SCHEMA_TOML, "utf-8")
    return root

"""A made archive in its own words: a field of every type, lists of codes, a kind. Nothing in it is real."""

from pathlib import Path

from tests.unit.made import write_archive

SCHEMA = """
[codes.category]
steel = { zh = "钢铁", en = "Steel" }
solar = { zh = "光伏", en = "Solar", aliases = ["pv"] }

[codes.district]
yubei = { zh = "渝北区", en = "Yubei" }
nanan = { zh = "南岸区", en = "Nan'an" }

[fields.deals.district]
label = { zh = "区县", en = "District" }
type = "code"
codes = "district"
aliases = ["所在区县"]
column = 9

[fields.deals.remark]
label = { zh = "批注", en = "Remark" }
type = "text"

[fields.deals.number]
label = { zh = "编号二", en = "File number" }
type = "string"

[fields.deals.adviser]
label = { zh = "顾问", en = "Adviser" }
type = "link"
to = "organisations"
back = { zh = "顾问项目", en = "Adviser of" }

[fields.deals.grant]
label = { zh = "补贴", en = "Grant" }
type = "money"
currency = "EUR"

[fields.deals.loan]
label = { zh = "贷款", en = "Loan" }
type = "money"
bound = true

[fields.deals.area]
label = { zh = "面积", en = "Area" }
type = "number"
unit = "ha"
sum = true

[fields.deals.jobs]
label = { zh = "岗位", en = "Jobs" }
type = "count"
sum = true

[fields.deals.opened]
label = { zh = "启用日期", en = "Opened" }
type = "date"
precision = true

[fields.deals.shift]
label = { zh = "开工时间", en = "Shift" }
type = "time"

[fields.deals.key]
label = { zh = "重点项目", en = "Key project" }
type = "flag"

[fields.deals.page]
label = { zh = "网页", en = "Page" }
type = "url"

[fields.deals.tags]
label = { zh = "标签", en = "Tags" }
type = "string"
list = true

[fields.deals.districts]
label = { zh = "涉及区县", en = "Districts" }
type = "code"
codes = "district"
list = true

[fields.deals.homes]
label = { zh = "来源国", en = "Home countries" }
type = "code"
codes = "country"
list = true

[kinds.booths]
label = { zh = "展位", en = "Booths" }
one = { zh = "展位", en = "booth" }

[fields.booths.deal]
label = { zh = "签约项目", en = "Signed here" }
type = "link"
to = "deals"
back = { zh = "签约展位", en = "Booths" }

[fields.booths.rent]
label = { zh = "租金", en = "Rent" }
type = "money"
currency = "CNY"
"""

EVENTS = """[[events]]
id = "fair"
name = { zh = "展会", en = "Fair" }
[[events.totals]]
count = 5
[[events.totals]]
category = "solar"
count = 4
"""
ORGANISATIONS = '[[organisations]]\nid = "aa"\nname = { zh = "甲咨询", en = "Aa Advice" }\n'
DEALS = """[[deals]]
id = "mill"
title = { zh = "工厂", en = "Mill" }
event = "fair"
category = "steel"
district = "yubei"
remark = { zh = "靠近水电站", en = "near the hydropower station" }
number = "2025-17"
adviser = "aa"
grant = 2000000
loan = 30000000
loan_currency = "USD"
loan_bound = "about"
area = 12.5
jobs = 300
opened = 2026-03-01
opened_precision = "month"
shift = 08:30:00
key = true
page = "https://example.org/mill"
tags = ["old", "a;b"]
districts = ["yubei", "nanan"]
homes = ["DE", "CN"]

[[deals]]
id = "plant"
title = { zh = "电站", en = "Plant" }
event = "fair"
category = "solar"
district = "nanan"
grant = 500000
jobs = 0
key = false
"""
BOOTHS = '[[booths]]\nid = "a1"\nname = { en = "A 1" }\ndeal = "mill"\nrent = 5000\n'


def write_words(root: Path) -> Path:
    """Write the archive."""
    return write_archive(root, schema=SCHEMA, events=EVENTS, organisations=ORGANISATIONS, deals=DEALS, booths=BOOTHS)

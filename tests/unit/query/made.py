"""An archive made for the filter language: nothing in it is real, each record is there for a rule."""

from pathlib import Path

from tests.shipped import SCHEMA
from tests.unit.made import write_archive

EVENTS = """
[[events]]
id = "winter"
name = { zh = "冬季展会", en = "Winter show" }
date = 2023-12-31
[[events]]
id = "leap"
name = { zh = "春季展会", en = "spring show" }
date = 2024-02-29
[[events]]
id = "autumn"
name = { zh = "秋季展会", en = "Autumn show" }
date = 2024-10-08
[[events]]
id = "new-year"
name = { zh = "新年展会", en = "New Year show" }
date = 2025-01-01
[[events]]
id = "some-day"
name = { zh = "日后展会", en = "Some day" }
"""

ORGANISATIONS = """
[[organisations]]
id = "green"
name = { zh = "吕氏绿能", en = "Green" }
aliases = ["LSLN-7"]
type = "company"
country = "CN"
[[organisations]]
id = "dawn"
name = { zh = "朝阳银行", en = "Dawn" }
type = "bank"
country = "CN"
[[organisations]]
id = "snow"
name = { zh = "西藏貿易", en = "Snow" }
type = "company"
country = "CN"
parent = "dawn"
[[organisations]]
id = "motor"
name = { zh = "廣東電機", en = "Motor" }
type = "company"
[[organisations]]
id = "wide"
name = { zh = "ＡＢＣ銀行", en = "ＡＢＣ" }
type = "bank"
country = "SG"
[[organisations]]
id = "mind"
name = { zh = "人工智能研究院", en = "AI Institute" }
type = "research"
[[organisations]]
id = "heart"
name = { zh = "爱慧科技", en = "Heart" }
type = "company"
[[organisations]]
id = "wheel"
name = { zh = "比亚迪", en = "BYD" }
type = "company"
country = "CN"
[[organisations]]
id = "edge"
name = { zh = "莱茵-摩泽尔工厂", en = "Rhein-Mosel Works" }
type = "company"
country = "DE"
[[organisations]]
id = "comma"
name = { en = "Meyer, Müller & Co." }
type = "company"
country = "DE"
[[organisations]]
id = "quote"
name = { en = 'ACME "Red" GmbH' }
type = "company"
country = "DE"
parent = "comma"
[[organisations]]
id = "percent"
name = { en = "100% Wool" }
type = "company"
[[organisations]]
id = "score"
name = { en = "Data_Room" }
type = "company"
"""

DEALS = """
[[deals]]
id = "pump"
title = { zh = "水泵合同", en = "Pumps" }
event = "winter"
category = "outbound"
instrument = "purchase-order"
amount = 1_500_000
currency = "EUR"
parties = [{ org = "edge", role = "supplier" }, { org = "comma", role = "buyer" }]
countries = ["DE"]
term_years = 2
[[deals]]
id = "rhine"
title = { zh = "莱茵园区", en = "Rhine park" }
event = "leap"
category = "investment"
instrument = "investment"
amount = 2_000_000_000
currency = "EUR"
parties = [{ org = "edge", role = "partner" }, { org = "green", role = "investor" }]
countries = ["DE", "CN"]
stage = "planned"
[[deals]]
id = "lamp"
title = { zh = "绿色照明", en = "Lamps, all 100% LED" }
event = "leap"
category = "outbound"
instrument = "purchase-order"
amount = 9_999
currency = "CNY"
parties = [{ org = "green", role = "supplier" }]
countries = ["CN"]
stage = "realised"
[[deals]]
id = "bridge"
title = { zh = "重慶大橋", en = "Bridge" }
event = "autumn"
category = "finance"
instrument = "credit-line"
amount = 150_000_000.5
currency = "CNY"
parties = [{ org = "dawn", role = "lender" }]
term_years = 10
[[deals]]
id = "canal"
title = { zh = "运河_二期", en = "Canal_phase-2" }
event = "new-year"
category = "cooperation"
instrument = "cooperation"
amount = 2_500_000_000_000
currency = "CNY"
stage = "started"
countable = false
[[deals]]
id = "promise"
title = { zh = "合作备忘录", en = "Memorandum" }
event = "some-day"
instrument = "cooperation"
parties = [{ org = "heart", role = "partner" }]
[[deals]]
id = "tower"
title = { zh = "ＡＩ算力塔", en = "Ｔower" }
event = "new-year"
category = "investment"
instrument = "fund"
amount = 10_000_000_000
currency = "CNY"
parties = [{ org = "wheel", role = "investor" }]
"""


def write_made(root: Path) -> Path:
    """Write the made archive."""
    return write_archive(root, events=EVENTS, organisations=ORGANISATIONS, deals=DEALS, schema=SCHEMA)

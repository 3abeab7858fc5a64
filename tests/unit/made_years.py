"""A made archive of three years and four lists, of which nothing is real: what was promised, and what came of it.

| deal | list | what came of it |
|---|---|---|
| rotor-works | 2023 | signed 1.2 bn for the end of 2024; produces since March 2025, with 1.1 bn: late |
| cold-store | 2023 | signed, started, produces since April 2024, as planned |
| cell-plant | 2023 | signed, cancelled a year later |
| test-track | 2023 | to be started by June 2024; nothing was heard of it since: overdue |
| sensor-line | 2024 | told again by the ministry as sensor-line-again, with the same figures |
| gear-park | 2024 | told again by the ministry as gear-park-again, with 600 m where the fair says 900 m |
| port-terminal | 2025 | signed, planned for 2027 |
| data-hall | 2025 | pledged only |
| bus-depot | 2025 | signed; has no history |
"""

import os
import subprocess
from pathlib import Path

from cq_tui.commands.common import open_store
from cq_tui.export.export import Options, pieces
from cq_tui.query.terms import Query
from cq_tui.store.selection.selection import Selection

from tests.unit.made import write_archive

TODAY = "2025-06-30"
"""The day on which it is asked, for ``CQ_TUI_TODAY``."""
_EVENTS = """# Made: nothing in it is real.
[[events]]
id = "fair-2023"
name = { zh = "二〇二三年展会", en = "Fair of 2023" }
date = 2023-05-18

[[events]]
id = "fair-2024"
name = { zh = "二〇二四年展会", en = "Fair of 2024" }
date = 2024-05-20

[[events]]
id = "fair-2025"
name = { zh = "二〇二五年展会", en = "Fair of 2025" }
date = 2025-06-02
"""
_ORGANISATIONS = """# Made: nothing in it is real.
[[organisations]]
id = "aal"
name = { zh = "阿尔机械", en = "Aal Machines" }
type = "company"
country = "DE"

[[organisations]]
id = "bek"
name = { zh = "贝克物流", en = "Bek Logistics" }
type = "company"
country = "NL"
"""
_SEEDS = """# Made: nothing in it is real.
[[sources]]
id = "ledger"
name = { zh = "跟踪台账", en = "Follow-up ledger" }
language = "en"
paragraphs = 9
""" + "".join(
    f"""
[[passages]]
id = "ledger-{number}"
source = "ledger"
paragraph = {number}
section = {{ zh = "{zh}", en = "{en}" }}
words = {{ zh = "{zh}", en = "{en}" }}
anchor = "{en[:16]}"
"""
    for number, zh, en in (
        (1, "转子厂签约", "The rotor works are signed"),
        (2, "转子厂投产", "The rotor works produce"),
        (3, "电池厂终止", "The cell plant is cancelled"),
        (4, "冷库投产", "The cold store produces"),
    )
)
_YEAR_2023 = """# Made: nothing in it is real.
[[deals]]
id = "rotor-works"
title = { zh = "转子厂", en = "Rotor works" }
event = "fair-2023"
date = 2023-05-18
instrument = "investment"
parties = [{ org = "aal", role = "investor" }]
countries = ["DE"]
cites = ["ledger-1"]

[[deals.history]]
date = 2023-05-18
stage = "signed"
amount = 1200000000
currency = "CNY"
cites = ["ledger-1"]

[[deals.history]]
date = "2024-12"
stage = "operating"
planned = true
cites = ["ledger-1"]

[[deals.history]]
date = "2025-03"
stage = "operating"
amount = 1100000000
currency = "CNY"
note = { zh = "比计划晚", en = "later than planned" }
cites = ["ledger-2"]

[[deals]]
id = "cell-plant"
title = { zh = "电池厂", en = "Cell plant" }
event = "fair-2023"
date = 2023-05-18
instrument = "investment"
history = [
  { date = 2023-05-18, stage = "signed", amount = 2000000000, currency = "CNY" },
  { date = "2024-06", stage = "cancelled", cites = ["ledger-3"] },
]

[[deals]]
id = "test-track"
title = { zh = "试车场", en = "Test track" }
event = "fair-2023"
date = 2023-05-18
instrument = "investment"
history = [
  { date = 2023-05-18, stage = "signed", amount = 300000000, currency = "CNY" },
  { date = "2024-06", stage = "started", planned = true },
]

[[deals]]
id = "cold-store"
title = { zh = "冷库", en = "Cold store" }
event = "fair-2023"
date = 2023-05-18
instrument = "investment"
parties = [{ org = "bek", role = "investor" }]
countries = ["NL"]
history = [
  { date = 2023-05-18, stage = "signed", amount = 500000000, currency = "CNY" },
  { date = "2023-10", stage = "started" },
  { date = 2024-04-09, stage = "operating", cites = ["ledger-4"] },
  { date = "2024-06", stage = "operating", planned = true },
]
"""
_YEAR_2024 = """# Made: nothing in it is real.
[[deals]]
id = "sensor-line"
title = { zh = "传感器生产线", en = "Sensor line" }
event = "fair-2024"
date = 2024-05-20
instrument = "investment"
parties = [{ org = "aal", role = "investor" }]
countries = ["DE"]
history = [
  { date = 2024-05-20, stage = "signed", amount = 800000000, currency = "CNY" },
  { date = "2025", stage = "started" },
]

[[deals]]
id = "gear-park"
title = { zh = "齿轮产业园", en = "Gear park" }
event = "fair-2024"
date = 2024-05-20
instrument = "investment"
parties = [{ org = "bek", role = "investor" }]
countries = ["NL"]
history = [
  { date = 2024-05-20, stage = "signed", amount = 900000000, currency = "CNY" },
]
"""
_MINISTRY = """# Made: nothing in it is real.
[[deals]]
id = "sensor-line-again"
title = { zh = "传感器生产线项目", en = "Sensor line project" }
event = "fair-2024"
date = 2024-05-20
instrument = "investment"
parties = [{ org = "aal", role = "investor" }]
countries = ["DE"]
amount = 800000000
currency = "CNY"
stage = "signed"

[[deals]]
id = "gear-park-again"
title = { zh = "齿轮产业园", en = "Gear park" }
event = "fair-2024"
date = 2024-05-20
instrument = "investment"
parties = [{ org = "bek", role = "investor" }]
countries = ["NL"]
amount = 600000000
currency = "CNY"
stage = "signed"
"""
_YEAR_2025 = """# Made: nothing in it is real.
[[deals]]
id = "port-terminal"
title = { zh = "港口码头", en = "Port terminal" }
event = "fair-2025"
date = 2025-06-02
instrument = "investment"
history = [
  { date = 2025-06-02, stage = "signed", amount = 1500000000, currency = "CNY" },
  { date = "2027-06", stage = "operating", planned = true },
]

[[deals]]
id = "data-hall"
title = { zh = "数据中心", en = "Data hall" }
event = "fair-2025"
instrument = "investment"
history = [{ date = 2025-06-02, stage = "pledged", amount = 700000000, currency = "CNY" }]

[[deals]]
id = "bus-depot"
title = { zh = "公交场站", en = "Bus depot" }
event = "fair-2025"
date = 2025-06-02
instrument = "investment"
amount = 100000000
currency = "CNY"
stage = "signed"
"""
_LISTS = {"fair-2023": _YEAR_2023, "fair-2024": _YEAR_2024, "ministry-2024": _MINISTRY, "fair-2025": _YEAR_2025}
"""The four lists, each in a folder below ``data/`` as an import makes one."""

_NEWS_OF_JUNE = """
[[deals.history]]
date = "2025-03"
stage = "operating"
amount = 1100000000
currency = "CNY"
note = { zh = "比计划晚", en = "later than planned" }
cites = ["ledger-2"]
"""
"""What last month's edition did not know of the rotor works."""
DECIDED = """[[same]]
deals = ["gear-park", "gear-park-again"]
decision = "same"
taken = "gear-park-again"
why = "made: the ministry has seen the contract"

[[same]]
deals = ["sensor-line", "sensor-line-again"]
decision = "same"
taken = "sensor-line"
"""
"""What ``data/same.toml`` holds once both pairs are decided."""


def made_years(root: Path) -> Path:
    """Write the archive into a folder, which is returned; its deals in TOML, a folder a list."""
    write_archive(root, events=_EVENTS, organisations=_ORGANISATIONS, seeds=_SEEDS)
    for name, deals in _LISTS.items():
        folder = root / "data" / name
        folder.mkdir()
        (folder / "deals.toml").write_text(deals, encoding="utf-8")
    return root


def made_years_in_git(root: Path) -> Path:
    """The same with last month's edition as the last revision of a git repository: without the fair of June."""
    made_years(root)
    path = root / "data" / "fair-2023" / "deals.toml"
    assert _NEWS_OF_JUNE in _YEAR_2023
    path.write_text(_YEAR_2023.replace(_NEWS_OF_JUNE, ""), encoding="utf-8")
    later = root / "data" / "fair-2025" / "deals.toml"
    later.unlink()
    _git(root, "init", "--quiet")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "Edition of May")
    path.write_text(_YEAR_2023, encoding="utf-8")
    later.write_text(_YEAR_2025, encoding="utf-8")
    return root


def _git(root: Path, *words: str) -> None:
    who = {f"GIT_{one}_{what}": "made@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, env=os.environ | who | alone)


def made_years_in_a_table(root: Path, ending: str) -> Path:
    """The same with its deals in one table, ``csv`` or ``parquet``, as an export writes it."""
    store = open_store(made_years(root))
    bytes_ = pieces(Selection(store, Query(store.kind("deals"))), Options(format=ending), to_file=True)
    (root / "data" / f"deals.{ending}").write_bytes(b"".join(bytes_))
    for name in _LISTS:
        (root / "data" / name / "deals.toml").unlink()
        (root / "data" / name).rmdir()
    return root

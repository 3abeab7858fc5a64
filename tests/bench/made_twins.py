"""Archives of made deals: some are told twice, some look so and are not. Nothing is real; never in ``data/``.

Two lists, each a folder of CSV files with organisations of its own. What a second list changes of a deal that it tells,
too, is drawn apart for title, parties, amount, day and place, so that no rule of the program is written into the data.
"""

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from cq_tui.query.chinese import chinese

PLACES = {
    "重庆": "Chongqing", "成都": "Chengdu", "贵阳": "Guiyang", "昆明": "Kunming", "西安": "Xi'an", "武汉": "Wuhan",
    "长沙": "Changsha", "南昌": "Nanchang", "合肥": "Hefei", "郑州": "Zhengzhou", "杭州": "Hangzhou", "宁波": "Ningbo",
    "苏州": "Suzhou", "无锡": "Wuxi", "厦门": "Xiamen", "青岛": "Qingdao", "大连": "Dalian", "沈阳": "Shenyang",
}  # fmt: skip
_DISTRICTS = {
    "两江新区": "Liangjiang New Area",
    "高新区": "High-tech Zone",
    "经开区": "Development Zone",
    "江津区": "Jiangjin",
}
_FIRST = "华瑞恒金东远天宏明联盛泰中新长安信达海川龙凯博科启云星辰振国德润"
_SECOND = "创丰通石方航元达远合和康业泽力源宇翔图腾峰晟辉锐诚邦讯驰越"
_SOUNDS = (
    "hua rui heng jin dong yuan tian hong ming lian sheng tai zhong xin chang an da hai chuan long kai bo ke qi".split()
)
_TRADES = {
    "新材料": "New Materials", "装备": "Equipment", "电子": "Electronics", "生物": "Biotech", "汽车": "Automotive",
    "能源": "Energy", "医药": "Pharma", "软件": "Software", "物流": "Logistics", "精密": "Precision",
}  # fmt: skip
_PRODUCTS = {
    "动力电池": "power batteries", "汽车座椅": "car seats", "光伏组件": "solar modules",
    "半导体封装": "chip packaging",
    "智能网联汽车": "connected vehicles", "工业机器人": "industrial robots",
    "铝合金压铸": "aluminium die casting",
    "医疗器械": "medical devices", "轨道交通车辆": "rail vehicles", "碳纤维": "carbon fibre",
    "氢燃料电池": "fuel cells",
    "风电叶片": "wind turbine blades", "数据中心": "data centre", "冷链物流": "cold chain",
    "显示面板": "display panels",
    "特种钢材": "special steel", "环保设备": "environmental equipment", "航空发动机零部件": "aircraft engine parts",
    "疫苗": "vaccines", "食品加工": "food processing", "家用电器": "household appliances", "电机": "electric motors",
    "锂盐": "lithium salts", "数控机床": "machine tools", "传感器": "sensors", "润滑油": "lubricants",
}  # fmt: skip
_FORMS = {
    "项目": "project", "生产基地": "production base", "生产线": "production line", "研发中心": "R&D centre",
    "产业园": "industrial park", "采购订单": "purchase order", "战略合作协议": "strategic cooperation agreement",
}  # fmt: skip
_INSTRUMENTS = ("investment", "investment", "investment", "purchase-order", "cooperation")
_SHARE = 33
"""Of so many deals one is told twice, and one has a near twin."""


@dataclass(frozen=True)
class Company:
    """A made company; ``zh`` or ``en`` may be empty in a list of one language."""

    zh: str
    en: str


@dataclass(frozen=True)
class Made:
    """A made deal as one list tells it."""

    zh: str
    en: str
    companies: tuple[Company, ...]
    place: tuple[str, str]
    amount: int | None
    bound: str
    day: date | None
    precision: str
    instrument: str
    product: str
    form: str


@dataclass
class MadeArchive:
    """Where it is, and which of its deals are one deal told twice."""

    root: Path
    twins: set[tuple[str, str]] = field(default_factory=set)
    near: set[tuple[str, str]] = field(default_factory=set)


def made_twins(root: Path, count: int, seed: int = 11) -> MadeArchive:
    """Make an archive of about so many deals."""
    chance = random.Random(seed)
    companies = [_company(chance) for _number in range(max(count // 6, 40))]
    archive, lists = MadeArchive(root), ([], [])  # type: tuple[MadeArchive, tuple[list[Made], list[Made]]]
    while sum(map(len, lists)) < count:
        made = _made(chance, companies)
        lists[0].append(made)
        if chance.randrange(_SHARE) == 0:
            lists[1].append(_told_again(chance, made))
            archive.twins.add((f"a-{len(lists[0]) - 1}", f"b-{len(lists[1]) - 1}"))
        elif chance.randrange(_SHARE) == 0:
            lists[1].append(_near(chance, made, companies))
            archive.near.add((f"a-{len(lists[0]) - 1}", f"b-{len(lists[1]) - 1}"))
        elif chance.randrange(3) == 0:
            lists[1].append(_made(chance, companies))
    _write(root, lists)
    return archive


def _company(chance: random.Random) -> Company:
    place = chance.choice(list(PLACES))
    trade = chance.choice(list(_TRADES))
    name = chance.choice(_FIRST) + chance.choice(_SECOND) + chance.choice(("", chance.choice(_FIRST)))
    sound = "".join(chance.choices(_SOUNDS, k=3)).capitalize()
    return Company(f"{place}{name}{trade}有限公司", f"{PLACES[place]} {sound} {_TRADES[trade]} Co., Ltd.")


def _made(chance: random.Random, companies: list[Company]) -> Made:
    place = chance.choice(list(PLACES))
    product, form = chance.choice(list(_PRODUCTS)), chance.choice(list(_FORMS))
    several = chance.choices((1, 2, 3), (6, 3, 1))[0]
    involved = tuple(chance.sample(companies, several))
    amount = None if chance.random() < 0.15 else _amount(chance)
    day = date(2020, 1, 1) + timedelta(chance.randrange(6 * 365)) if chance.random() < 0.85 else None
    made = Made("", "", involved, (place, PLACES[place]), amount, "exact", day, "day",
                chance.choice(_INSTRUMENTS), product, form)  # fmt: skip
    return _titled(chance, made)


def _titled(chance: random.Random, made: Made) -> Made:
    """A title of the product, often with place or company; in the language of most lists, or in both."""
    before = chance.choice(("", made.place[0], made.companies[0].zh.removesuffix("有限公司")))
    zh = f"{before}{made.product}{made.form}"
    en = f"{made.place[1]} {_PRODUCTS[made.product]} {_FORMS[made.form]}" if chance.random() < 0.3 else ""
    return replace(made, zh=zh, en=en)


def _amount(chance: random.Random) -> int:
    if chance.random() < 0.5:
        return int(chance.choice((1, 1.5, 2, 3, 5, 8, 10, 12, 20, 30, 50)) * 10 ** chance.choice((7, 8, 8, 9)))
    return int(10 ** chance.uniform(2.5, 6.5)) * 10_000


def _told_again(chance: random.Random, made: Made) -> Made:
    """The same deal in the words of another list."""
    if made.en and chance.random() < 0.15:  # a list in English alone, with names in English alone
        companies = tuple(replace(one, zh="") for one in made.companies)
        made = replace(made, zh="", companies=companies)
    else:
        made = replace(made, zh=_retitled(chance, made.zh), en=made.en if chance.random() < 0.5 else "")
        made = replace(made, companies=tuple(_renamed(chance, one) for one in made.companies))
    if len(made.companies) > 1 and chance.random() < 0.3:
        made = replace(made, companies=made.companies[:1])
    if made.amount is not None:
        made = _amount_again(chance, made)
    if made.day is not None:
        made = _day_again(chance, made)
    if chance.random() < 0.4:
        zh, en = chance.choice(list(_DISTRICTS.items()))
        made = replace(made, place=(made.place[0] + zh, f"{en}, {made.place[1]}"))
    return made


def _retitled(chance: random.Random, zh: str) -> str:
    changes: tuple[Callable[[str], str], ...] = (
        lambda text: text,
        lambda text: text,
        _traditional,
        lambda text: f"{text}签约",
        lambda text: f"{text}（{chance.choice(('招商引资', '重点', '签约'))}）",
        lambda text: f"“{text}”",
        lambda text: f"年产{chance.randrange(1, 90)}万套{text}",
        lambda text: text.replace("项目", "建设项目") if "项目" in text else f"{text}项目",
        lambda text: f"{text}合作",
    )
    return chance.choice(changes)(zh)


def _traditional(text: str) -> str:
    forms = chinese().forms
    return "".join((forms.get(one, one) + one)[min(1, len(forms.get(one, one)) - 1)] for one in text)


def _renamed(chance: random.Random, one: Company) -> Company:
    changes: tuple[Callable[[str], str], ...] = (
        lambda name: name,
        lambda name: name,
        lambda name: name.removesuffix("有限公司"),
        lambda name: name.replace("有限公司", "股份有限公司"),
        _traditional,
        lambda name: name[2:],  # without the place
        lambda name: f"{name[2:]}（{name[:2]}）",
    )
    return Company(chance.choice(changes)(one.zh), one.en if chance.random() < 0.5 else "")


def _amount_again(chance: random.Random, made: Made) -> Made:
    amount = made.amount or 0
    match chance.choices(("same", "rounded", "absent", "other"), (70, 15, 10, 5))[0]:
        case "rounded":
            digits = len(str(amount)) - 2
            return replace(made, amount=round(amount, -digits), bound="about")
        case "absent":
            return replace(made, amount=None)
        case "other":
            return replace(made, amount=int(amount * chance.choice((0.8, 1.2, 1.5))))
    return made


def _day_again(chance: random.Random, made: Made) -> Made:
    assert made.day is not None
    match chance.choices(("same", "days", "month", "year", "absent"), (55, 20, 10, 5, 10))[0]:
        case "days":
            return replace(made, day=made.day + timedelta(chance.randrange(1, 25)))
        case "month":
            return replace(made, day=made.day.replace(day=1), precision="month")
        case "year":
            return replace(made, day=date(made.day.year, 1, 1), precision="year")
        case "absent":
            return replace(made, day=None)
    return made


def _near(chance: random.Random, made: Made, companies: list[Company]) -> Made:
    """Another deal that looks like this one."""
    later = made.day + timedelta(chance.randrange(400, 900)) if made.day else None
    match chance.choice(("phase", "product", "company", "place", "year", "same day", "second order")):
        case "phase":
            return replace(
                made, zh=f"{made.zh}二期", en=made.en and f"{made.en} phase II", amount=_amount(chance), day=later
            )
        case "product":
            other = replace(made, product=chance.choice(list(_PRODUCTS)), amount=_amount(chance), day=later)
            return _titled(chance, other)
        case "company":
            return replace(made, companies=tuple(chance.sample(companies, len(made.companies))))
        case "place":
            place = chance.choice([one for one in PLACES if one != made.place[0]])
            return _titled(chance, replace(made, place=(place, PLACES[place]), amount=_amount(chance)))
        case "year":
            return replace(made, day=later, amount=_amount(chance))
        case "same day":
            products = [one for one in _PRODUCTS if one != made.product]
            return _titled(chance, replace(made, product=chance.choice(products)))
    return replace(made, zh=f"第二批{made.zh}", amount=made.amount, day=later)


def _write(root: Path, lists: tuple[list[Made], list[Made]]) -> None:
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    events = "".join(
        f'[[events]]\nid = "made-{name}"\nname = {{ zh = "虚构{name}", en = "Made {name}" }}\n\n' for name in "ab"
    )
    (root / "data" / "events.toml").write_text(events, "utf-8")
    for name, deals in zip("ab", lists, strict=True):
        folder = root / "data" / name
        folder.mkdir()
        ids: dict[Company, str] = {}
        for one in deals:
            for company in one.companies:
                ids.setdefault(company, f"{name}-org-{len(ids)}")
        _csv(folder / "organisations.csv", "id,name_zh,name_en", ((id_, one.zh, one.en) for one, id_ in ids.items()))
        header = "id,title_zh,title_en,event,date,date_precision,instrument,amount,currency,amount_bound,parties"
        header += ",place_zh,place_en"
        _csv(folder / "deals.csv", header, (_row(name, at, one, ids) for at, one in enumerate(deals)))


def _row(name: str, at: int, one: Made, ids: dict[Company, str]) -> tuple[str, ...]:
    has = one.amount is not None
    return (
        f"{name}-{at}", one.zh, one.en, f"made-{name}", one.day.isoformat() if one.day else "",
        one.precision if one.day else "", one.instrument, str(one.amount) if has else "", "CNY" if has else "",
        one.bound if has else "", "; ".join(f"{ids[company]}:partner" for company in one.companies),
        one.place[0] if one.zh else "", one.place[1] if one.en else "",
    )  # fmt: skip


def _csv(path: Path, header: str, rows: Iterator[tuple[str, ...]] | object) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(rows)  # type: ignore[arg-type]

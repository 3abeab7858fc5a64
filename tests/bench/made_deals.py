"""Made deals for measuring: names that are nobody's, amounts that nobody signed. Never in ``data/``."""

import random
from collections.abc import Iterator
from decimal import Decimal

from cq_tui.archive.read import Archive, Entry, SourceFile, shipped
from cq_tui.kinds.deals import Deal, Instrument
from cq_tui.schema.text import Text

from tests.shipped import kinds

PLACES = tuple("重庆 成都 贵阳 昆明 西安 武汉 长沙 南昌 合肥 郑州 杭州 宁波 苏州 无锡 厦门 青岛 大连 沈阳".split())
WORDS = tuple("智能 新能 先进 高端 精密 绿色 数字 联合 东方 华创 远航 天元 恒通 瑞丰 宏达 金石 明远 西南铝".split())
TRADES = tuple("汽车零部件 新材料 装备制造 电子信息 生物医药 软件服务 供应链 节能环保 航空航天 机器人".split())
FORMS = tuple("项目 基地 生产线 研发中心 供应平台 合作协议 采购订单 授信 基金 园区".split())
_WIDTH = 160
"""Characters of a made note: about what a real record has."""


def made_archive(count: int, seed: int = 7) -> Archive:
    """An archive of the shipped organisations and ``count`` made deals."""
    from cq_tui.archive.read import read

    archive = read(shipped())
    file = SourceFile(shipped(), "made")
    kind = kinds()["deals"]
    archive.entries["deals"] = [Entry(deal, kind, file, n) for n, deal in enumerate(made_deals(count, seed))]
    return archive


def made_deals(count: int, seed: int) -> Iterator[Deal]:
    """Deals with Chinese titles of three to five words and an English twin."""
    chance = random.Random(seed)
    for number in range(count):
        title = "".join(chance.choice(part) for part in (PLACES, WORDS, TRADES, FORMS))
        note = "".join(chance.choices(PLACES + TRADES, k=_WIDTH // 3))
        known = chance.random() < 0.8
        yield Deal.model_construct(
            id=f"made-{number}",
            title=Text(zh=title, en=f"Made deal {number}"),
            event="european-visit-2025",
            category=chance.choice(("finance", "outbound", "investment", "cooperation")),
            instrument=chance.choice(list(Instrument)),
            amount=Decimal(chance.randrange(10**5, 10**10)) if known else None,
            currency="CNY" if known else None,
            countries=("CN", chance.choice(("DE", "IT", "FR"))),
            note=Text(zh=note, en=""),
        )

"""Queries over a made archive, each with the ids it must return, in their order."""

import pytest
from cq_tui.language import Language, use

from tests.unit.conftest import Ids

DEALS = [
    ("", "pump rhine lamp bridge canal promise tower"),
    # amounts: every unit, in the record's own currency
    ("amount:1500000", "pump"),
    ("amount:1500000元", "pump"),
    ("amount:1500k", "pump"),
    ("amount:1500千", "pump"),
    ("amount:150万", "pump"),
    ("amount:150萬", "pump"),
    ("amount:１５０万元", "pump"),
    ("amount:1.5m", "pump"),
    ("amount:1.5M", "pump"),
    ("amount:1.5百万", "pump"),
    ("amount:0.15千万", "pump"),
    ("amount:0.015亿", "pump"),
    ("amount:20亿", "rhine"),
    ("amount:20億", "rhine"),
    ("amount:2bn", "rhine"),
    ("金额=2BN", "rhine"),
    ("amount:2.5万亿", "canal"),
    ("amount:2.5tn", "canal"),
    ("amount:2500bn", "canal"),
    ("amount:1.5亿", ""),
    ("amount:1.500000005亿", "bridge"),
    ("amount<1万", "lamp"),
    ("amount<9999", ""),
    ("amount<=9999", "lamp"),
    ("amount>9999", "pump rhine bridge canal tower"),
    ("amount:>1.5亿", "rhine bridge canal tower"),
    ("amount:＞＝１亿", "rhine bridge canal tower"),
    ("-amount>=1亿", "pump lamp promise"),
    ("－金额：＞＝１亿", "pump lamp promise"),
    ("amount:1万..2百万", "pump"),
    ("amount:9999..1500000", "pump lamp"),
    ("amount:100亿..*", "canal tower"),
    ("amount:*..150万", "pump lamp"),
    ("amount:*..*", "pump rhine lamp bridge canal tower"),
    ("amount:1.5m,2bn,9999", "pump rhine lamp"),
    ("amount:1万..2百万，100亿..*", "pump canal tower"),
    ("amount>1亿 amount<100亿", "rhine bridge"),
    ("currency:EUR", "pump rhine"),
    ("币种：eur", "pump rhine"),
    ("currency:EUR amount>1亿", "rhine"),
    ("-currency:EUR", "lamp bridge canal promise tower"),
    ("-currency:EUR has:amount", "lamp bridge canal tower"),
    # codes, flags, links, lists of parts
    ("category:finance,investment", "rhine bridge tower"),
    ("类别:金融赋能，产业投资", "rhine bridge tower"),
    ("category:出海", "pump lamp"),
    ("-category:outbound,finance", "rhine canal promise tower"),
    ("stage:started,realised", "lamp canal"),
    ("countable:no", "canal"),
    ("计入合计：是 currency:EUR", "pump rhine"),
    ("country:德国", "pump rhine"),
    ("country:DE,CN", "pump rhine lamp"),
    ("-has:country", "bridge canal promise tower"),
    ("term>2", "bridge"),
    ('party:"Meyer, Müller"', "pump"),
    ('party:"Meyer, Müller",BYD', "pump tower"),
    ("party:吕氏", "rhine lamp"),
    ("party:lvshi", "rhine lamp"),
    ("party:zhaoyang", "bridge"),
    ("-has:parties", "canal"),
    ("event:春季", "rhine lamp"),
    # words: forms, readings, signs
    ("重庆", "bridge"),
    ("重慶", "bridge"),
    ("大桥", "bridge"),
    ("cq", "bridge"),
    ("chongqing", "bridge"),
    ("zhongqing", "bridge"),
    ("chongqingdq", "bridge"),
    ("chongqingd", "bridge"),
    ("dq", "bridge"),
    ("AI", "tower"),
    ("ai", "tower promise"),
    ("ａｉ", "tower promise"),
    ("Ai", "tower"),
    ("tower", "tower"),
    ("100%", "lamp"),
    ("title:100%", "lamp"),
    ("canal_", "canal"),
    ("phase-2", "canal"),
    ("phase -2", ""),
    ('"lamps, all"', "lamp"),
    ("title:lamps,bridge", "lamp bridge"),
    ("title=bridge", "bridge"),
    ("title=bridg", ""),
    ('title="lamps, all 100% led"', "lamp"),
    ("title:/^(pump|rhine)/", "pump rhine"),
    ("-title:/[a-z]{4,}/", ""),
    ("title:/照明$/", "lamp"),
    ("／_phase-\\d／", "canal"),
    # order
    ("sort:amount", "lamp pump bridge rhine tower canal promise"),
    ("排序：金额－desc", "canal tower rhine bridge pump lamp promise"),
    ("sort:currency,amount-desc", "canal tower bridge lamp rhine pump promise"),
    ("sort:currency-desc sort:amount", "pump rhine lamp bridge tower canal promise"),
    ("currency:CNY sort:-amount", "canal tower bridge lamp"),
    ("sort:category", "bridge pump lamp rhine tower canal promise"),
    ("ai sort:title", "promise tower"),
]


@pytest.mark.parametrize(("text", "found"), DEALS)
def test_deals(made: Ids, text: str, found: str) -> None:
    assert made(text) == found.split()


EVENTS = [
    ("date:2024", "leap autumn"),
    ("date=2024", "leap autumn"),
    ("date:2024-02", "leap"),
    ("date:2024－02", "leap"),
    ("日期：2024年2月", "leap"),
    ("date:2024-02-29", "leap"),
    ("date:2024年10月8日", "autumn"),
    ("date:2024/10/8", "autumn"),
    ("date>2024", "new-year"),
    ("date>=2024", "leap autumn new-year"),
    ("date<2024", "winter"),
    ("date<=2024", "winter leap autumn"),
    ("date>2024-02", "autumn new-year"),
    ("date>=2024-02", "leap autumn new-year"),
    ("date<2024-02", "winter"),
    ("date<=2024-02", "winter leap"),
    ("date>2024-02-29", "autumn new-year"),
    ("date:>=2024-02-29", "leap autumn new-year"),
    ("date<2024-02-29", "winter"),
    ("date:<=2024-02-29", "winter leap"),
    ("date:2023..2024-02", "winter leap"),
    ("date:2024-03..*", "autumn new-year"),
    ("date:*..2024-02-28", "winter"),
    ("date:*..*", "winter leap autumn new-year"),
    ("date:2023,2025", "winter new-year"),
    ("-date:2024", "winter new-year some-day"),
    ("-has:date", "some-day"),
    ("has:日期 sort:date-desc", "new-year autumn leap winter"),
    ("sort:date", "winter leap autumn new-year some-day"),
]


@pytest.mark.parametrize(("text", "found"), EVENTS)
def test_events(made: Ids, text: str, found: str) -> None:
    assert made(text, "events") == found.split()


@pytest.mark.parametrize(
    ("language", "found"),
    [("zh", "leap winter autumn some-day new-year"), ("en", "autumn new-year some-day leap winter")],
)
def test_names_sort_by_pinyin_or_alphabet(made: Ids, language: Language, found: str) -> None:
    use(language)
    assert made("sort:name", "events") == found.split()

"""Queries over the shipped archive, each with the ids it must return, in their order: read off the data by hand."""

import pytest

from tests.unit.conftest import Ids

CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip
ALL = [CREDIT, FUND, LINE, ORDER]
HOSTED = [
    "ifeng-chongqing", "chongqing-economy-it-commission", "citic-bank-chongqing", "chongqing-government",
    "cpc-chongqing-committee", "changan",
]  # fmt: skip
CITIC = ["citic-bank-chongqing", "citic-group", "citic-bank"]
GERMAN = ["sms-group", "tuv-rheinland", "sbi-schreiber-brand-und-partner"]
VISITS = ["european-visit-2025", "german-visit"]
PLATFORMS = ["manufacturing-enablement-centre", "citic-finance-agent", "citic-car-export-centre"]

DEALS = [
    ("xnl", [LINE]),
    ("xinanlv", [LINE]),
    ("xinanlu", [LINE]),
    ("xinanlü", [LINE]),
    ("xinanl", [LINE]),
    ("ｘｎｌ", [LINE]),
    ("xinanlvj", [LINE]),
    ("xinanlvjituan", [LINE]),
    ("xnlv", []),  # initials, then a full syllable: not in the grammar
    ("XNL", []),
    ("Xnl", []),
    ('"xnl"', [LINE]),
    ("-xnl", [CREDIT, FUND, ORDER]),
    ("西南鋁", [LINE]),
    ("西南铝 XINAN", []),
    ("德國", [LINE]),
    ("德國西馬克", [LINE]),
    ("新能源汽車", [CREDIT, ORDER]),
    ("zhongxin", [CREDIT, FUND]),
    ("zhongxinyh", [CREDIT, FUND]),
    ("zhongxinyinh", [CREDIT, FUND]),
    ("zhongxinyinx", [CREDIT, FUND]),
    ("cq", [CREDIT, ORDER]),
    ("chongq", [CREDIT, ORDER, FUND]),
    ("ximak", [LINE]),
    ("xinnengyuanqc", [CREDIT, ORDER]),
    ("jj", [FUND, ORDER]),
    ("jiangjin", [ORDER]),
    ("sms", [LINE]),
    ("ＳＭＳ", [LINE]),
    ("amount:2亿..50亿", [LINE, ORDER]),
    ("金额>=10亿", [CREDIT, ORDER]),
    ("金额：＞＝１０億", [CREDIT, ORDER]),
    ("amount:20000万", [LINE]),
    ("amount:75000m,2bn", [CREDIT, ORDER]),
    ("-has:amount", [FUND]),
    ("－有：金额", [FUND]),
    ("country:DE", [LINE]),
    ("国家：德国", [LINE]),
    ("countries:germany,france", [LINE]),
    ("party:西马克", [LINE]),
    ("party:西馬克", [LINE]),
    ("各方:ximake", [LINE]),
    ('party:"China CITIC Bank",Hongjin', [CREDIT, FUND, ORDER]),
    ("category:finance,investment", [CREDIT, FUND, LINE]),
    ("类别:金融赋能", [CREDIT, FUND]),
    ("类别：金融赋能，产业投资", [CREDIT, FUND, LINE]),
    ("CATEGORY:Finance", [CREDIT, FUND]),
    ("-类别:金融赋能", [LINE, ORDER]),
    ("“credit for”", [CREDIT]),
    ('"for credit"', []),
    ("chain-segment:lvcai", [LINE]),
    ("环节:lücai", [LINE]),
    ("sector:专精特新,铝压铸", [FUND, LINE]),
    ("amount-text:/^[0-9]+亿元$/", [CREDIT, LINE]),
    ("/(credit|fund) for/", [CREDIT, FUND]),
    ("-/(credit|fund) for/", [LINE, ORDER]),
    ("stage:拟,已启动", [LINE]),
    ("country:DE amount>=1亿 -category:finance", [LINE]),
    ("sort:金额", [LINE, ORDER, CREDIT, FUND]),
    ("cq sort:amount-desc", [CREDIT, ORDER]),
    ("排序：类别，金额", [CREDIT, FUND, LINE, ORDER]),
]

OTHERS = [
    ("organisations", "TUV", ["tuv-rheinland"]),
    ("organisations", "ｔüｖ", ["tuv-rheinland"]),
    ("organisations", "TÜV萊茵", ["tuv-rheinland"]),
    ("organisations", "tuv", ["tuv-rheinland"]),
    ("organisations", "zhongxin", [*CITIC, "italy-robotics-competence-centre", "citic-heavy-industries"]),
    ("organisations", "zhongxinyinhang", ["citic-bank-chongqing", "citic-bank"]),
    ("organisations", "zxyh", ["citic-bank-chongqing", "citic-bank"]),
    (
        "organisations", "zhongqing",
        [*HOSTED, "qianli-technology", "chongqing-yuqi", "chongqing-port-logistics-office", "liangjiang-new-area",
         "beidou-zhilian-chongqing"],
    ),
    ("organisations", "zhongqingfh", ["citic-bank-chongqing"]),
    ("organisations", "德國", GERMAN),
    ("organisations", "deguo", GERMAN),  # 的活 in a note of another one sounds so, too: notes are not listened to
    ("organisations", "note:deguo", ["citic-bank"]),
    ("organisations", "country:DE", GERMAN),
    ("organisations", "国别:EU type:商协会", ["eu-chamber", "eu-chamber-southwest"]),
    ("organisations", "xnl", ["southwest-aluminium"]),
    ("organisations", "alias:cncb,ＳＢＩ", ["citic-bank", "sbi-schreiber-brand-und-partner"]),
    ("organisations", "parent:=中信银行", ["citic-bank-chongqing"]),
    ("organisations", "上级机构:zhongguozhongxin", ["citic-bank", "citic-heavy-industries"]),
    ("organisations", "-has:parent type:bank", []),
    ("organisations", "name:/^中国/", ["eu-chamber", "eu-chamber-southwest"]),
    ("organisations", "type:bank sort:name", ["citic-bank", "citic-bank-chongqing"]),
    ("speakers", "huhenghua", ["hu-henghua"]),
    ("speakers", "hhh", ["hu-henghua"]),
    ("speakers", "huhh", ["hu-henghua"]),
    ("speakers", "hhhua", []),
    ("speakers", "xigh", ["xi-guohua"]),
    ("speakers", "奚國華", ["xi-guohua"]),
    ("speakers", "劉俊", ["liu-jun"]),
    ("speakers", "zhongxin", ["xi-guohua", "antonio-frisoli", "liu-jun"]),
    ("speakers", "zhuren", ["yang-fan", "liu-jun"]),
    ("speakers", "姓名:yf", ["yang-fan"]),
    ("speakers", "type:institution -role:panel", ["chongqing-port-logistics-office", "liangjiang-new-area"]),
    ("speakers", "环节:主题演讲,致辞", ["xi-guohua", "antonio-frisoli", "liu-jun"]),
    ("speakers", "has:topic", ["yang-fan", "chongqing-port-logistics-office", "liangjiang-new-area"]),
    ("speakers", "session:keynotes sort:name", ["antonio-frisoli", "liu-jun"]),
    ("platforms", "cq", PLATFORMS),
    ("platforms", "ycch", ["citic-car-export-centre"]),
    ("platforms", "方式：发布，揭牌", PLATFORMS),
    ("platforms", "operator:zhongxin -action:揭牌", ["citic-finance-agent"]),
    ("platforms", '"car export"', ["citic-car-export-centre"]),
    ("chain", "lvcai", ["lightweight-aluminium"]),
    ("chain", "lucai", ["lightweight-aluminium"]),
    ("chain", "ca", ["export-service", "leader-changan", "lightweight-aluminium", "nev-industry"]),
    ("chain", "qianlik", ["leader-qianli"]),
    ("chain", "数量>=12 sort:数量-desc", ["component-classes", "assemblies"]),
    ("chain", "tier:龙头企业,service", ["leader-changan", "leader-seres", "leader-qianli", "export-service"]),
    ("chain", "parent:systems", ["assemblies"]),
    ("opportunities", "dkjj", ["four-chain-scenarios"]),
    ("opportunities", "AI", ["four-chain-scenarios"]),
    ("opportunities", "金额：1万亿元", ["development-opportunities"]),
    ("opportunities", "amount>=1000bn", ["development-opportunities"]),
    ("opportunities", "count:100..200", ["four-chain-scenarios"]),
    ("opportunities", "-has:金额", ["four-chain-scenarios"]),
    ("opportunities", "sort:count", ["four-chain-scenarios", "development-opportunities"]),
    ("passages", "xgh", ["p6-xi", "p6-attendance"]),
    ("passages", "xngdl", ["p20-aluminium"]),
    ("passages", "anchor:/^[0-9.]+亿元$/", ["p19-total", "p19-categories"]),
    ("passages", "paragraph:>=24 -paragraph:25", ["p24-theme", "p24-panel-first", "p24-panel-second"]),
    ("passages", "段:1 sort:-anchor", ["p1-byline", "p1-guests", "p1-meeting"]),
    ("passages", '"12 assemblies"', ["p17-parts"]),
    ("events", "deguo", VISITS),
    ("events", "德國", VISITS),
    ("events", "日期:2025年11月", ["european-visit-2025"]),
    ("events", "date:2025-11-01..2025-11-18", []),
    ("events", "organiser:zxyh", ["european-visit-2025"]),
    ("events", "guests:*..1000", ["european-visit-2025"]),
    ("events", "sort:date", VISITS),
    ("figures", "value>=4万亿", ["industrial-total-2027"]),
    ("figures", "数值:30..40", ["industrial-categories", "manufacturing-categories"]),
    ("figures", "性质:目标,forecast", ["industrial-total-2027", "nev-output-2025"]),
    ("figures", "jiqun", ["clusters-33618"]),
    ("figures", "note:jiqun", ["industrial-categories"]),
    ("figures", "“33618”", ["clusters-33618"]),
    ("figures", "sort:year-desc has:year", ["industrial-total-2027", "nev-output-2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), DEALS)
def test_deals(select: Ids, text: str, found: list[str]) -> None:
    assert select(text) == found


@pytest.mark.parametrize(("kind", "text", "found"), OTHERS)
def test_other_kinds(select: Ids, kind: str, text: str, found: list[str]) -> None:
    assert select(text, kind) == found

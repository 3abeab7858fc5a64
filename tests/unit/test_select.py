"""Which of the shipped records answer a filter."""

import pytest

from tests.unit.conftest import Ids

CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip
PANEL = [
    "china-ip-sme-helpdesk", "tuv-rheinland", "sbi-schreiber-brand-und-partner", "xinli-shidai-energy",
    "beidou-zhilian-chongqing", "eu-chamber-southwest",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [CREDIT, FUND, LINE, ORDER]),
        ("   ", [CREDIT, FUND, LINE, ORDER]),
        ("西南铝", [LINE]),
        ("southwest aluminium", [LINE]),
        ('"southwest aluminium"', [LINE]),
        ('"aluminium southwest"', []),
        ("aluminium southwest", [LINE]),
        ("SOUTHWEST", [LINE]),
        ("ｓｍｓ", [LINE]),
        ("授信 新能源", [CREDIT]),
        ("-授信", [FUND, LINE, ORDER]),
        ('-"credit line"', [FUND, LINE, ORDER]),
        ("title:基金", [FUND]),
        ("title:=专精特新基金", [FUND]),
        ("title=专精特新", []),
        ("标题:基金,授信", [CREDIT, FUND]),
        ('title:"die-casting line"', [LINE]),
        ("amount:>=10亿", [CREDIT, ORDER]),
        ("amount>=10亿", [CREDIT, ORDER]),
        ("amount：＞＝10亿", [CREDIT, ORDER]),
        ("金额:>=１０亿", [CREDIT, ORDER]),
        ("-amount>=10亿", [FUND, LINE]),
        ("amount:2亿..50亿", [LINE, ORDER]),
        ("amount:2亿..*", [CREDIT, LINE, ORDER]),
        ("amount:*..2亿", [LINE]),
        ("amount:2亿,20亿", [LINE, ORDER]),
        ("amount=200m", [LINE]),
        ("amount<1bn", [LINE]),
        ("amount<200m", []),
        ("amount<=20亿", [LINE, ORDER]),
        ("amount>20亿", [CREDIT]),
        ("amount:0.075tn", [CREDIT]),
        ("amount>=1亿 -amount>10亿", [LINE]),
        ("has:amount", [CREDIT, LINE, ORDER]),
        ("-has:amount", [FUND]),
        ("-有:金额", [FUND]),
        ("has:category", [CREDIT, FUND, LINE]),
        ("-has:category", [ORDER]),
        ("has:parties", [CREDIT, FUND, LINE, ORDER]),
        ("has:chain", [CREDIT, LINE, ORDER]),
        ("category:finance", [CREDIT, FUND]),
        ("类别:金融赋能", [CREDIT, FUND]),
        ("category:finance,investment", [CREDIT, FUND, LINE]),
        ("-category:finance", [LINE, ORDER]),
        ("instrument:授信", [CREDIT]),
        ('instrument:"purchase order"', [ORDER]),
        ("stage:planned", [LINE]),
        ("country:DE", [LINE]),
        ("country:德国", [LINE]),
        ("-country:DE", [CREDIT, FUND, ORDER]),
        ("country:FR,DE", [LINE]),
        ("currency:CNY", [CREDIT, LINE, ORDER]),
        ("currency:EUR", []),
        ('party:"中信银行"', [CREDIT, FUND]),
        ("party:SMS", [LINE]),
        ("parties:=中信银行", [CREDIT, FUND]),
        ("parties:=中信", []),
        ("place:江津", [ORDER]),
        ("chain:智能网联", [CREDIT]),
        ("term:>=2", [ORDER]),
        ("期限:3", [ORDER]),
        ("term:2.5", []),
        ("countable:yes", [CREDIT, FUND, LINE, ORDER]),
        ("countable:否", []),
        ("/[0-9]+亿/", [CREDIT, LINE, ORDER]),
        ("-/亿/", [FUND]),
        ("amount_text:/^3年/", [ORDER]),
        ("cite:p20-fund", [FUND]),
        ("id:nev-credit-line", [CREDIT]),
        ("100%", []),
        ("a_b", []),
        ("'; DROP TABLE deals; --", []),
    ],
)  # fmt: skip
def test_deals(select: Ids, text: str, found: list[str]) -> None:
    assert select(text) == found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("speakers", "role:panel", PANEL),
        ("speakers", "has:chain_segment", PANEL),
        ("speakers", "type:person org:中信", ["xi-guohua", "liu-jun"]),
        ("speakers", "post:主任", ["yang-fan", "liu-jun"]),
        ("speakers", "CITIC", ["xi-guohua", "liu-jun"]),
        ("organisations", "country:DE", ["sms-group", "tuv-rheinland", "sbi-schreiber-brand-und-partner"]),
        ("organisations", "country=EU", ["china-ip-sme-helpdesk", "eu-chamber", "eu-chamber-southwest"]),
        ("organisations", "country:意大利", ["italy-robotics-competence-centre"]),
        ("organisations", "type:bank", ["citic-bank-chongqing", "citic-bank"]),
        ("organisations", "parent:=中信集团", ["citic-bank", "citic-heavy-industries"]),
        ("organisations", 'name:"Schreiber, Brand"', ["sbi-schreiber-brand-und-partner"]),
        ("organisations", "TÜV", ["tuv-rheinland"]),
        ("organisations", "tüv", ["tuv-rheinland"]),
        ("organisations", "Chang'an", ["changan"]),
        ("platforms", "action:unveiled", ["citic-car-export-centre"]),
        ("platforms", "方式:发布", ["manufacturing-enablement-centre", "citic-finance-agent"]),
        ("platforms", "operator:中信", ["citic-finance-agent", "citic-car-export-centre"]),
        ("platforms", "-has:operators", ["manufacturing-enablement-centre"]),
        ("chain", "tier:leader", ["leader-changan", "leader-seres", "leader-qianli"]),
        ("chain", "count:>10", ["assemblies", "component-classes"]),
        ("chain", "basis:inferred", ["lightweight-aluminium", "export-service"]),
        ("chain", "members_named:no", ["systems", "assemblies", "component-classes"]),
        ("opportunities", "count>500", ["development-opportunities"]),
        ("opportunities", "金额:1万亿", ["development-opportunities"]),
        ("opportunities", "area:低空", ["four-chain-scenarios"]),
        ("figures", "year:>=2026", ["industrial-total-2027"]),
        ("figures", "nature:预测", ["nev-output-2025"]),
        ("figures", "value:>3.9万亿", ["industrial-total-2027"]),
        ("figures", "designation:33618", ["clusters-33618"]),
        ("events", "date:2025", ["european-visit-2025"]),
        ("events", "date:2025-11", ["european-visit-2025"]),
        ("events", "date:2025-11-19", ["european-visit-2025"]),
        ("events", "date>2025-11-18", ["european-visit-2025"]),
        ("events", "date>2025-11-19", []),
        ("events", "date>=2025-12", []),
        ("events", "date<2025-11-20", ["european-visit-2025"]),
        ("events", "date:2025-01..2025-10", []),
        ("events", "date:*..2025", ["european-visit-2025"]),
        ("events", "-has:date", ["german-visit"]),
        ("events", "guests:>=800", ["european-visit-2025"]),
        ("passages", "paragraph:20", ["p20-credit", "p20-fund", "p20-aluminium", "p20-parts"]),
        ("passages", "anchor:亿元 -paragraph:20", ["p9-target", "p19-total", "p19-categories"]),
        ("sessions", "order<3", ["opening-video", "addresses"]),
        ("sources", "publisher:凤凰", ["ifeng-chongqing-2025-11-19"]),
    ],
)
def test_other_kinds(select: Ids, kind: str, text: str, found: list[str]) -> None:
    assert select(text, kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("title:/^专精特新/", [FUND]), ("title:/线$/", [LINE]), ("/^专精特新基金$/", [FUND])],
)
def test_a_pattern_s_ends_are_those_of_each_text_and_not_of_all_together(
    select: Ids, text: str, found: list[str]
) -> None:
    assert select(text) == found


@pytest.mark.parametrize("field", ["category_basis", "chain_segment_basis", "amount_basis"])
def test_the_basis_of_what_is_absent_is_neither_stated_nor_inferred(select: Ids, field: str) -> None:
    absent = set(select(f"-has:{field.removesuffix('_basis')}"))
    assert absent
    assert absent.isdisjoint(select(f"{field}:stated,inferred"))


@pytest.mark.parametrize(
    "word", ["ß", "ŉ", "İ", "ǰ", "\U00020000", "\u0301", "\\", "[", "(?i)", "*" * 300, "铝" * 5000]
)
def test_any_word_can_be_looked_for(select: Ids, word: str) -> None:
    assert select(f'"{word}"') == []


def test_a_ligature_is_its_letters(select: Ids) -> None:
    assert select("ﬁnance") == select("finance") != []

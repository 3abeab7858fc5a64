"""Deals. Signed is not realised; amounts of different kinds are never added up, nor what no longer or not yet holds."""

from typing import Annotated

from cq_tui.kinds.stage_words import stage_words
from cq_tui.language import Label
from cq_tui.schema.field import shown
from cq_tui.schema.kind import Exclusion, Money
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Count, Country, Currency, Day, Flag, Line, Share, SignedAmount, Slug, own_code
from cq_tui.values.codes import Basis, Bound, Code, Precision
from cq_tui.values.countries import COUNTRIES

Category = Annotated[Slug, own_code("category")]
"""The host's own grouping of its projects, which each archive declares for itself."""


class Instrument(Code):
    """The kind of money or promise.

    As with stages, a word means the code that says the same: a loan is no credit line, and a merger no investment.
    """

    CREDIT_LINE = (
        "credit-line", "授信", "credit line", "credit", (
            "credit facility", "授信额度", "综合授信", "银行授信", "kreditlinie",
        ),
    )  # fmt: skip
    FUND = "fund", "基金", "fund", ("investment fund", "产业基金", "投资基金", "设立基金", "fonds")
    INVESTMENT = (
        "investment", "投资", "investment", (
            "direct investment", "foreign direct investment", "fdi", "equity investment", "acquisition", "takeover",
            "直接投资", "股权投资", "投资项目", "收购", "并购", "股权收购", "investition", "investissement",
            "inversión", "investimento", "inwestycja",
        ),
    )  # fmt: skip
    PURCHASE_ORDER = (
        "purchase-order", "采购订单", "purchase order", "order", "订单", (
            "purchase", "procurement", "supply order", "supply contract", "采购", "采购合同", "采购协议", "供货合同",
        ),
    )  # fmt: skip
    COOPERATION = (
        "cooperation", "合作", "cooperation", (
            "co-operation", "strategic cooperation", "cooperation agreement", "partnership", "战略合作", "合作协议",
            "战略合作协议", "合作项目", "kooperation", "coopération", "cooperación", "cooperazione", "współpraca",
        ),
    )  # fmt: skip


class PartyRole(Code):
    """What a party does in a deal."""

    LENDER = "lender", "授信方", "lender"
    BORROWER = "borrower", "受信方", "borrower"
    INVESTOR = "investor", "投资方", "investor"
    TECHNOLOGY_PARTNER = "technology-partner", "技术合作方", "technology partner"
    BUYER = "buyer", "采购方", "buyer"
    SUPPLIER = "supplier", "供应方", "supplier"
    FUND_SPONSOR = "fund-sponsor", "基金发起方", "fund sponsor"
    INITIATOR = "initiator", "牵头方", "initiator"
    FUNDER = "funder", "资助方", "funder"
    RECIPIENT = "recipient", "受资助方", "recipient"
    PARTNER = "partner", "合作方", "partner"


class Stage(Code):
    """How far the deal has come, as the source tells it: the words of aid trackers and of promotion offices.

    A word means the code that says the same and no more: ``committed`` is not ``signed``, and what a word
    leaves open (``closed``, ``pending``, ``pipeline``) means none of them.
    """

    PLEDGED = (
        "pledged", "意向", "pledged", (
            "pledge", "pipeline: pledge", "letter of intent", "intention", "意向性", "意向项目", "意向阶段", "意向签约",
            "达成意向", "拟签约", "洽谈", "洽谈中", "在谈", "在洽谈",
            *stage_words("pledged"),
        ),
    )  # fmt: skip
    PLANNED = (
        "planned", "计划中", "planned", "拟", (
            "planning", "拟建", "规划中", "筹备", "筹备中", "筹建",
            *stage_words("planned"),
        ),
    )  # fmt: skip
    COMMITTED = (
        "committed", "已承诺", "committed", (
            "commitment", "pipeline: commitment", "承诺",
            *stage_words("committed"),
        ),
    )  # fmt: skip
    SIGNED = (
        "signed", "已签约", "signed", "已签", (
            "agreement signed", "contract signed", "签约", "签订", "已签订", "签署", "已签署", "签约项目", "正式签约",
            *stage_words("signed"),
        ),
    )  # fmt: skip
    APPROVED = (
        "approved", "核准/备案", "approved or filed", (
            "approved", "approval", "filed", "registered", "核准", "已核准", "备案", "已备案", "核准备案", "获批",
            "已批准", "批准", "立项", "已立项",
            *stage_words("approved"),
        ),
    )  # fmt: skip
    STARTED = (
        "started", "已启动", "started", (
            "construction started", "groundbreaking", "broke ground", "启动", "开工", "已开工", "动工", "已动工",
            "开工建设", "奠基",
            *stage_words("started"),
        ),
    )  # fmt: skip
    IMPLEMENTING = (
        "implementing", "实施中", "implementing", (
            "implementation", "under implementation", "under construction", "in progress", "ongoing", "underway",
            "实施", "在建", "在建项目", "建设中", "施工中", "推进中", "进行中", "执行中", "履行中",
            *stage_words("implementing"),
        ),
    )  # fmt: skip
    OPERATING = (
        "operating", "已投产", "operating", (
            "operational", "producing", "in operation", "in production", "production started", "投产", "投运", "已投运",
            "运营", "运营中", "已运营", "建成投产", "竣工投产", "投入使用",
            *stage_words("operating"),
        ),
    )  # fmt: skip
    COMPLETED = (
        "completed", "已竣工", "completed", (
            "complete", "completion", "finished", "finalised", "finalized", "finalisation", "finalization", "竣工",
            "完工", "已完工", "建成", "已建成", "完成", "已完成", "已验收",
            *stage_words("completed"),
        ),
    )  # fmt: skip
    REALISED = (
        "realised", "已落地", "realised", (
            "realized", "落地",
            *stage_words("realised"),
        ),
    )  # fmt: skip
    SUSPENDED = (
        "suspended", "停滞", "suspended", (
            "suspension", "on hold", "halted", "paused", "stalled", "已停滞", "暂停", "已暂停", "中止", "已中止",
            "搁置", "已搁置", "停工", "停建",
            *stage_words("suspended"),
        ),
    )  # fmt: skip
    CANCELLED = (
        "cancelled", "终止", "cancelled", (
            "canceled", "cancellation", "cancelation", "terminated", "termination", "abandoned", "withdrawn", "dropped",
            "scrapped", "rescinded", "revoked", "已终止", "取消", "已取消", "撤销", "已撤销", "撤消", "已撤消", "撤回",
            "作废", "已作废", "废止", "解约", "已解约", "解除", "已解除",
            *stage_words("cancelled"),
        ),
    )  # fmt: skip


_NOT_YET_OR_NO_MORE = (Stage.PLEDGED, Stage.SUSPENDED, Stage.CANCELLED)
"""What is planned counts, for it was agreed; what has no stage counts, for nothing speaks against it."""


class Party(Model):
    """An organisation in a deal, and what it does there."""

    org: Annotated[Slug, shown("机构", "Organisation", to="organisations", back=("参与项目", "Party to"))]
    role: Annotated[PartyRole, shown("角色", "Role")]


_MONEY = Money(
    "amount",
    "currency",
    apart="instrument",
    progress="stage",
    excluded=(
        *(Exclusion("stage", stage.value, stage.label) for stage in _NOT_YET_OR_NO_MORE),
        Exclusion("umbrella", True, Label("框架项目", "umbrella")),
        Exclusion("countable", False, Label("标为不计入", "marked as not counted")),
    ),
    stated=True,
)


_NOT_STATED = ("未说明", "not stated")


@kind("deals", ("项目", "Deals"), ("项目", "deal"), tab=2, money=_MONEY)
class Deal(Record):
    """A project of an event. Stage and type are absent where the source does not state them."""

    title: Annotated[Text, shown("项目", "Deal", "标题", "名称", "project", column=1)]
    event: Annotated[Slug, shown("活动", "Event", to="events", back=("签约项目", "Deals signed"), widest=18)]
    date: Annotated[Day | None, shown("日期", "Date", "签约日期", "签约时间", "signed", precision="date_precision")] = (
        None
    )
    date_precision: Annotated[Precision, shown("日期精度", "Date exactness")] = Precision.DAY
    category: Annotated[
        Category | None, shown("类别", "Category", column=3, basis="category_basis", absent=("未归类", "unclassified"))
    ] = None
    category_basis: Annotated[Basis, shown("类别依据", "Category basis")] = Basis.STATED
    instrument: Annotated[
        Instrument | None, shown("类型", "Type", "工具", column=4, absent=_NOT_STATED, expected=True)
    ] = None
    amount: Annotated[
        SignedAmount | None,
        shown(
            "金额",
            "Amount",
            "投资额",
            "合同额",
            "签约额",
            "value",
            "size",
            "quantity",
            column=2,
            currency="currency",
            large=True,
            basis="amount_basis",
            bound="amount_bound",
        ),
    ] = None
    currency: Annotated[Currency | None, shown("币种", "Currency")] = None
    amount_text: Annotated[Line | None, shown("原文金额", "Amount as written")] = None
    amount_basis: Annotated[Basis, shown("金额依据", "Amount basis")] = Basis.STATED
    amount_bound: Annotated[Bound, shown("金额精度", "Amount exactness")] = Bound.EXACT
    share: Annotated[
        Share | None, shown("股比（%）", "Share (%)", "股比", "持股比例", "stake", "share_size", unit="%")
    ] = None
    term_years: Annotated[Count | None, shown("期限（年）", "Term (years)", "期限", "term")] = None
    parties: Annotated[
        tuple[Party, ...],
        shown(
            "参与方",
            "Parties",
            "party",
            "各方",
            "企业",
            "公司",
            "单位",
            "company",
            column=5,
            basis="parties_basis",
            widest=48,
        ),
    ] = ()
    parties_basis: Annotated[Basis, shown("参与方依据", "Parties basis")] = Basis.STATED
    countries: Annotated[
        tuple[Country, ...],
        shown("国家", "Countries", "country", "国别", "目的国", "东道国", column=7, codes=COUNTRIES, widest=16),
    ] = ()
    sector: Annotated[Text | None, shown("行业", "Sector", "产业", "领域", "industry", widest=24)] = None
    chain_segment: Annotated[
        Slug | None,
        shown(
            "产业链环节", "Chain segment", "chain", "环节",
            to="chain", basis="chain_segment_basis", back=("相关项目", "Deals here"), column=8, widest=24,
        ),
    ] = None  # fmt: skip
    chain_segment_basis: Annotated[Basis, shown("环节依据", "Segment basis")] = Basis.STATED
    place: Annotated[Text | None, shown("地点", "Place", "所在地", "城市", "location", "city", widest=24)] = None
    stage: Annotated[
        Stage | None,
        shown(
            "阶段", "Stage", "状态", "status", "进展", column=6,
            absent=_NOT_STATED, expected=True, unknown_is_absent=True,
        ),
    ] = None  # fmt: skip
    countable: Annotated[Flag, shown("计入合计", "Counted in totals")] = True
    umbrella: Annotated[Flag | None, shown("框架项目", "Umbrella", "框架", "总项目")] = None

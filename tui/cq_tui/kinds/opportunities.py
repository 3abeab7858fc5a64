"""Lists of opportunities that the host published: how many, how much, in which fields."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.kind import Money
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Amount, Count, Currency, Line, Slug
from cq_tui.values.codes import Bound

_MONEY = Money("amount", "currency")


@kind(
    "opportunities",
    ("机遇清单", "Opportunity lists"),
    ("清单", "list"),
    tab=6,
    money=_MONEY,
    short=("机遇清单", "Lists"),
)
class Opportunity(Record):
    """A published list of projects or scenarios open to partners."""

    title: Annotated[Text, shown("清单", "List", "标题", "名称", column=1)]
    event: Annotated[Slug, shown("活动", "Event", to="events", back=("发布清单", "Lists published"), widest=18)]
    session: Annotated[Slug | None, shown("议程", "Session", to="sessions", back=("清单", "Lists"))] = None
    publisher: Annotated[
        Slug | None, shown("发布方", "Publisher", to="organisations", back=("发布清单", "Published"))
    ] = None
    count: Annotated[Count | None, shown("数量", "Count", column=2)] = None
    count_of: Annotated[Text | None, shown("数量所指", "Counted", widest=16)] = None
    amount: Annotated[Amount | None, shown("总投资", "Investment", "金额", "amount", column=3,
                                           currency="currency", large=True, bound="amount_bound")] = None  # fmt: skip
    currency: Annotated[Currency | None, shown("币种", "Currency")] = None
    amount_bound: Annotated[Bound, shown("金额精度", "Amount exactness")] = Bound.EXACT
    amount_text: Annotated[Line | None, shown("原文金额", "Amount as written")] = None
    areas: Annotated[tuple[Text, ...], shown("领域", "Fields", "field", "area", column=4, widest=60)] = ()

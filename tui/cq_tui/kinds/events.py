"""Events, with the totals that were stated there."""

from typing import Annotated

from cq_tui.kinds.deals import Category
from cq_tui.schema.field import shown
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Amount, Count, Country, Currency, Day, Line, Slug
from cq_tui.values.codes import Basis, Bound
from cq_tui.values.countries import COUNTRIES


class Total(Model):
    """A stated total: of one category, or of all where the category is absent."""

    category: Annotated[Category | None, shown("类别", "Category")] = None
    count: Annotated[Count | None, shown("数量", "Count")] = None
    amount: Annotated[Amount | None, shown("金额", "Amount", currency="currency")] = None
    currency: Annotated[Currency | None, shown("币种", "Currency")] = None


@kind("events", ("活动", "Events"), ("活动", "event"), tab=9, several=True)
class Event(Record):
    """A conference or visit at which deals were signed or people spoke."""

    name: Annotated[Text, shown("活动", "Event", "名称", column=1)]
    date: Annotated[Day | None, shown("日期", "Date", column=2, basis="date_basis")] = None
    date_basis: Annotated[Basis, shown("日期依据", "Date basis")] = Basis.STATED
    opens_at: Annotated[Line | None, shown("开幕时间", "Opens at")] = None
    place: Annotated[Text | None, shown("地点", "Place", column=3)] = None
    country: Annotated[Country | None, shown("国家", "Country", codes=COUNTRIES, basis="country_basis")] = None
    country_basis: Annotated[Basis, shown("国家依据", "Country basis")] = Basis.STATED
    theme: Annotated[Text | None, shown("主题", "Theme")] = None
    organisers: Annotated[
        tuple[Slug, ...],
        shown("主办方", "Organisers", "organiser", to="organisations", back=("主办活动", "Organiser of")),
    ] = ()
    guests: Annotated[Count | None, shown("嘉宾人数", "Guests", bound="guests_bound")] = None
    guests_bound: Annotated[Bound, shown("人数精度", "Guests exactness")] = Bound.EXACT
    visiting_countries: Annotated[Count | None, shown("来访国家数", "Visiting countries")] = None
    enterprises: Annotated[Count | None, shown("企业数", "Enterprises", bound="enterprises_bound")] = None
    enterprises_bound: Annotated[Bound, shown("企业数精度", "Enterprises exactness")] = Bound.EXACT
    earlier: Annotated[
        tuple[Slug, ...],
        shown("提及的早前活动", "Earlier events referred to", to="events", back=("后续活动", "Referred to by")),
    ] = ()
    purpose: Annotated[Text | None, shown("目的", "Purpose")] = None
    totals: Annotated[tuple[Total, ...], shown("公布合计", "Stated totals")] = ()

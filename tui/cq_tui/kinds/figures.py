"""Headline figures, with target, forecast and fact told apart."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Currency, Line, Number, Slug, Year
from cq_tui.values.codes import Bound, Code


class Nature(Code):
    """What a figure claims."""

    FACT = "fact", "现状", "fact"
    TARGET = "target", "目标", "target"
    FORECAST = "forecast", "预测", "forecast"


@kind("figures", ("数字", "Figures"), ("数字", "figure"))
class Figure(Record):
    """A headline number, or a named system that goes by a number."""

    title: Annotated[Text, shown("数字", "Figure", "标题", column=1)]
    event: Annotated[Slug | None, shown("活动", "Event", to="events", back=("数字", "Figures"), widest=18)] = None
    nature: Annotated[Nature, shown("性质", "Nature", column=2)]
    value: Annotated[
        Number | None, shown("数值", "Value", column=3, bound="value_bound", counted_in="currency", unit_in="unit")
    ] = None
    value_bound: Annotated[Bound, shown("数值精度", "Value exactness")] = Bound.EXACT
    out_of: Annotated[Number | None, shown("总数", "Out of", column=5, counted_in="currency")] = None
    unit: Annotated[Text | None, shown("单位", "Unit")] = None
    currency: Annotated[Currency | None, shown("币种", "Currency")] = None
    year: Annotated[Year | None, shown("年份", "Year", column=6)] = None
    designation: Annotated[Line | None, shown("代号", "Designation")] = None
    chain_segment: Annotated[
        Slug | None, shown("产业链环节", "Chain segment", "chain", to="chain", back=("相关数字", "Figures here"))
    ] = None

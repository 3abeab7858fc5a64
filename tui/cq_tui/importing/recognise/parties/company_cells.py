"""Names of companies by their cells: they end, or begin, in a legal form."""

from cq_tui.query.name_keys import has_legal_form
from cq_tui.values.expressions import later

_LONGEST = 120
"""Characters of a name."""
_FORM = later(
    r"(?i)(?<![^\W_])(?:s\.?\s?r\.?\s?o|s\.?p\.? z\.? ?o\.? ?o|s\.?a\.? de c\.?v|s\.?r\.?l|ltda|e\. ?v|ggmbh|"
    r"d\.?o\.?o|zrt|nyrt|kft|a/s|aps|oyj?|oü|sia|uab)\.?\)?$|^(?:ООО|ОАО|ЗАО|АО|ПАО|НАО|ТОВ|ПрАТ|ФГУП|МУП)[\s\"«„]|"
    r"株式会社|有限会社|合同会社|[(（]株[)）]|주식회사|[(（]주[)）]|^(?:PT|CV|UD|Công ty)\s"
)


def is_company(cell: str) -> bool:
    """Whether a cell is a name with the legal form of a company, wherever that stands in it."""
    text = cell.strip()
    return len(text) <= _LONGEST and (has_legal_form(text) or _FORM.search(text) is not None)

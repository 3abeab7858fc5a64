"""What an organisation is by its names."""

from cq_tui.kinds.organisations import OrganisationType
from cq_tui.query.name_keys import has_legal_form

_TYPES = (
    (OrganisationType.BANK, ("银行", "bank", "信托", "sparkasse")),
    (OrganisationType.RESEARCH, ("大学", "学院", "研究院", "研究所", "university", "institute", "fraunhofer")),
    (OrganisationType.ASSOCIATION, ("协会", "商会", "联合会", "association", "chamber", "federation", "verband")),
    (OrganisationType.DEVELOPMENT_AREA, ("开发区", "高新区", "经开区", "新区", "保税区", "园区管委会")),
    (OrganisationType.GOVERNMENT, ("人民政府", "政府", "委员会", "管委会", "ministry", "government", "municipality")),
    (OrganisationType.GROUP, ("集团", "group", "holding")),
)


def type_of(*names: str) -> OrganisationType | None:
    """What the names say that an organisation is: by a word of theirs, or as a company by its legal form."""
    folded = " ".join(names).casefold()
    found = next((one for one, words in _TYPES if any(word in folded for word in words)), None)
    return found or (OrganisationType.COMPANY if any(map(has_legal_form, names)) else None)

"""Offices that every country has, such as Government: which one is meant, the row's country tells."""

from cq_tui.query.name_keys import name_key
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.languages import is_chinese

MAY_BE_OFFICE = r"(?i)government|state|ministry|treasury|bank|parliament|army|police|public|政府|部|央行|银行"
"""What stands in the name of every office, as a regular expression of the engine."""
_OFFICES = frozenset(
    part.strip()
    for part in """government|the government|central government|national government|federal government|
    state government|local government|government agency|state|ministry of finance|ministry of health|
    ministry of education|ministry of energy|ministry of transport|ministry of defence|ministry of defense|
    ministry of agriculture|ministry of foreign affairs|treasury|central bank|national bank|parliament|army|police|
    public sector|政府|中央政府|联邦政府|地方政府|财政部|卫生部|教育部|能源部|交通部|国防部|农业部|外交部|中央银行|
    央行""".split("|")
)
"""Offices that every country has one of."""


def is_of_a_country(name: str) -> bool:
    """Whether a name is that of an office which every country has: Government, 财政部."""
    return name_key(name) in _OFFICES


def of_country(name: str, country: str) -> str:
    """A name with the country that it belongs to, where it is that of an office which every country has."""
    if not country or not is_of_a_country(name):
        return name
    words = COUNTRIES[country].label
    return f"{name}（{words.zh}）" if is_chinese(name) else f"{name} ({words.en})"

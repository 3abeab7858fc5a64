"""Headers that say of whom a column is in several words: ``捐赠(单位/姓名)个人`` is whoever gives, 捐赠单位."""

import re

from cq_tui.importing.recognise.words.header_grammar import HeaderParts
from cq_tui.values.expressions import later

_WHO = (
    "个人|個人|姓名|名称|名稱|单位|單位|企业|企業|机构|機構|机关|機關|团体|團體|组织|組織|公司|法人|自然人|群众|"
    "氏名|法人名|団体|団体名|会社|사람|개인|단체|기관|법인|성명"
)
_BETWEEN = r"[\s/／、,，及或和与與・()（）]|又は|および|及び|または"
_SEVERAL = later(rf"(?P<acts>.{{2,}}?)(?P<of>の)?(?:{_BETWEEN})*(?P<who>{_WHO})(?:(?:{_BETWEEN})+(?:{_WHO})+)+")
_ALONE = later(rf"(?:{_WHO})(?:(?:{_BETWEEN})*(?:{_WHO}))*")
_BEHIND = later(rf"(?:{_WHO})$")


def one_who_acts(parts: HeaderParts) -> str:
    """A header with the first alone of the words for persons and bodies in it; empty where it has not several.

    They may stand in brackets: ``捐赠单位及个人``, ``捐款(单位/个人)``, ``寄附者の氏名又は名称``.
    """
    if found := _SEVERAL.fullmatch(parts.name):
        return found["acts"] if found["of"] else f"{found['acts']}{found['who']}"
    inside = next((one for one in parts.brackets if _ALONE.fullmatch(one)), "")
    first = re.match(_WHO, inside)
    acts = _BEHIND.sub("", parts.name)
    return f"{acts}{first[0]}" if first and acts else ""

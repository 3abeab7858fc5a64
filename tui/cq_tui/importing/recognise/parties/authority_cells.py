"""Names of public bodies by how they end in Korean, Japanese and Chinese, for headers that say nothing of parties."""

import re

from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.words.bodies_like_places import is_body_like_a_place
from cq_tui.values.expressions import later

_LONGEST, _MOST_WORDS = 30, 3
"""Characters and words of a name; what is longer is what a deal is about."""
_FEW, _MOST, _LEAST = 0.2, 0.6, 2
"""Shares of a column's cells, and different names of bodies in it."""
_BODY = later(
    r"[가-힣]{2,}(?:공사|공단|대학교|대학|협력단|위원회|재단|연구소|박물관|도서관|"
    r"센터|학교|은행|협회|조합|본부|사업소|청|부|처|원)$|"
    r"[\u3040-\u30ff\u3400-\u9fff]{2,}(?:局|厅|廳|庁|署|委员会|委員會|委員会|政府|役所|役場|大学|大學|学院|學院|"
    r"研究院|研究所|医院|醫院|病院|机构|機構|协会|協會|協会|基金会|基金會|财团|財團|財団|公社|公団|法人|银行|銀行|集团|集團|公司)$"
)
_PLACE = later(r"[가-힣]{2,}(?:시|군|구|도)$|[\u3400-\u9fff]{2,}(?:省|市|县|縣|県|区|區|府|町|村|镇|鎮)$")
"""Names of the country's parts, which buy and sell as well as they are where something is."""
_NO_BODY = later(
    r"(?:연구|지원|인원|자원|공원|회원|직원|신청|요청|정도|일부|여부|기구|요구|속도|제도|지도|용도|년도|전부|내부|외부|세부|공구|도구)$"
)
"""Words that end as such names do."""


def are_authorities(profile: ColumnProfile) -> bool:
    """Whether most cells are names of public bodies; of a country's parts alone they may be places as well."""
    bodies = set(filter(_is_body, set(profile.cells)))
    if len(bodies) < _LEAST or profile.share(_is_body) < _FEW:
        return False
    return profile.share(is_authority) >= _MOST


def is_authority(cell: str) -> bool:
    """Whether a cell is the name of a public body, or of a part of a country: 某某市, 某某局."""
    return _is_body(cell) or _is_of(_PLACE, cell)


def _is_body(cell: str) -> bool:
    return _is_of(_BODY, cell) or (len(cell.strip()) <= _LONGEST and is_body_like_a_place(cell))


def _is_of(pattern: re.Pattern[str], cell: str) -> bool:
    text = cell.strip()
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return short and pattern.search(text) is not None and _NO_BODY.search(text) is None

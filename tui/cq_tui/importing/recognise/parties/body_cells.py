"""Names of bodies by what they are called: an association, a ministry, a school, a company by its legal form."""

import re

from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.known_words import key_of

_WORD = re.compile(r"[^\W\d_]+")
BODIES = frozenset(
    map(
        key_of,
        """company companies corporation corp society association foundation trust union fund institute university
        college school hospital council committee commission agency authority ministry department board office bank
        federation group partnership cooperative club church museum centre center library academy chamber
        municipality unternehmen gesellschaft verein stiftung kommune gemeinde stadt landkreis verband hochschule
        universität schule institut ministerium amt kammer kirchengemeinde bund landesamt akademie genossenschaft
        klinikum krankenhaus entreprise société association fondation commune communauté métropole département
        région syndicat comité conseil mairie ville école lycée collège université centre ministère agence office
        chambre fédération amicale club empresa sociedad fundación fundacion asociación asociacion corporación
        corporacion municipio ayuntamiento alcaldía alcaldia gobernación gobernacion hospital instituto secretaría
        secretaria universidad ministerio consorcio cooperativa federación sindicato colegio escuela junta unión
        union caja comunidad agencia policía ejército impresa fondazione associazione comune università provincia
        consorzio scuola ospedale ministero agenzia istituto fundação associação município prefeitura governo
        secretaria universidade ministério consórcio sindicato cooperativa stichting vereniging gemeente
        universiteit ministerie provincie waterschap hogeschool przedsiębiorstwo fundacja stowarzyszenie gmina
        powiat uniwersytet szpital szkoła spółka spółdzielnia województwo obec město spolek nadace univerzita kraj
        nemocnice škola ústav администрация общество фонд университет институт министерство учреждение управление
        школа больница""".split(),
    )
)
"""Nouns of what organisations are, one of which stands in most of their names."""
CHINESE_BODIES = re.compile(
    r"公司|集团|銀行|银行|大学|大學|医院|学院|政府|委员会|协会|基金|研究院|研究所|中心|会社|法人|厂$|局$|部$"
)


def is_body(cell: str) -> bool:
    """Whether a cell is a name by itself: of a company by its legal form, or of a body that says what it is."""
    if is_company(cell) or CHINESE_BODIES.search(cell):
        return True
    return not BODIES.isdisjoint(key_of(word) for word in _WORD.findall(cell))

"""Tells columns of what somebody is, ``Company``, ``Trade Union``, from those of who it is."""

import re

from cq_tui.importing.recognise.known_words import key_of
from cq_tui.importing.recognise.profile import ColumnProfile, mostly

_MOST = 30
"""Different kinds; a column of more is one of names."""
_LEAST, _OFTEN = 5, 0.5
"""Cells that say something; the share of different ones below which they come again and again."""
_NOUNS = frozenset(
    map(
        key_of,
        """company companies individual individuals person persons union society partnership association charity
        foundation government ngo ngos npo igo university household cooperative corporation business enterprise
        organisation organization municipality donor investor other others unknown club
        firma unternehmen privatperson verein stiftung kommune gemeinde verband gesellschaft einzelperson hochschule
        entreprise entreprises société association fondation particulier particuliers commune collectivité
        empresa empresas fundación asociación particular persona municipio ayuntamiento universidad otro otros
        impresa imprese azienda fondazione associazione privato comune università altro altri
        fundação associação pessoa município universidade outro outros
        bedrijf bedrijven stichting vereniging particulier gemeente overig
        przedsiębiorstwo fundacja stowarzyszenie gmina powiat osoba uczelnia spółka inne
        obec spolek nadace podnik osoba
        企业 公司 个人 個人 政府 社会团体 社会组织 基金会 高校 大学 医院 协会 国企 央企 民企 外企 国有企业 民营企业
        外资企业 上市公司 事业单位 其他 法人 团体 團體 企業 營利事業 政黨 人民團體 組合 組織""".split(),
    )
)
_BESIDE = frozenset(
    map(
        key_of,
        """trade private public limited liability unincorporated registered political party fund trust non profit
        nonprofit governmental local national state owned foreign domestic small medium large sized academic research
        religious friendly building corporate institutional listed unlisted federal regional central community group
        institution body agency bank and or of the / & llp plc llc
        privat privater öffentlich öffentliche natürliche juristische person
        privée privé publique public physique morale personne
        privada pública física jurídica natural moral civil
        pubblica privata fisica giuridica
        fizyczna prawna fyzická právnická osoba""".split(),
    )
)
_PARTS = re.compile(r"[\s_/&,()-]+")


def are_owner_kinds(profile: ColumnProfile) -> bool:
    """Whether a column has the same few general nouns again and again, of which no organisation is the name."""
    different = set(profile.cells)
    few = len(profile.cells) >= _LEAST and len(different) <= _MOST and profile.different <= _OFTEN
    return few and mostly(profile.share(_is_kind))


def _is_kind(cell: str) -> bool:
    """Whether a cell is a general noun, with nothing beside it but what tells it from others: *Public Fund*."""
    keys = [key_of(part) for part in _PARTS.split(cell) if part]
    return bool(keys) and _NOUNS.union(_BESIDE).issuperset(keys)

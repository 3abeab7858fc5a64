"""Tells columns of what somebody is, ``Company``, ``Trade Union``, from those of who it is."""

import re

from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.words.known_words import key_of

_MOST = 30
"""Different kinds; a column of more is one of names."""
_LEAST, _OFTEN, _RARELY = 5, 0.5, 0.05
"""Cells that say something; the shares of different ones below which they come again and again, and very often."""
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
_FORMS = frozenset(
    map(
        key_of,
        """subchapter s c 501 3 4 6 19 sole proprietorship proprietor self employed contractor contractors joint
        venture tenant tenants in qualified single member professional employee stock ownership plan esop
        rollover as startups startup tribal concerns concern childcare center veterans organization general
        eligible independent cooperatives trusts partnerships corporations limited corp inc incorporated ltd pbc
        mit ohne beschränkter haftung aktiengesellschaft kommanditgesellschaft offene handelsgesellschaft gmbh
        ag kg ohg gbr ug se einzelunternehmen einzelunternehmer einzelkaufmann eingetragener eingetragene
        genossenschaft bürgerlichen rechts körperschaft anstalt freiberufler selbständige co ev eg
        responsabilité limitée anonyme par actions simplifiée simplifiee unipersonnelle entreprise individuelle
        civile immobilière en nom collectif commandite simple loi 1901 à sarl sas sasu eurl sci auto
        entrepreneur autoentrepreneur micro coopérative limitada anónima autónomo autónoma trabajador empresario
        empresaria individual cooperativa laboral unipersonal de responsabilidad por acciones sociedad sl sa slu
        cía ltda srl società responsabilità limitata a per azioni accomandita semplice ditta individuale socio
        unico semplificata consorzio spa snc lavoratore autonomo libero professionista sociedade anônima
        microempreendedor empresário eireli mei quotas simples besloten vennootschap naamloze eenmanszaak onder
        firma maatschap coöperatie commanditaire bv nv vof cv zzp zzper z oo ograniczoną odpowiedzialnością akcyjna
        jawna komandytowa cywilna jednoosobowa działalność gospodarcza spzoo partnerska spółdzielnia společnost
        ručením omezeným akciová osvč podnikající veřejná obchodní živnostník družstvo sro vos spoločnosť
        obmedzeným korlátolt felelősségű társaság részvénytársaság betéti egyéni vállalkozó kft zrt nyrt bt
        közkereseti szövetkezet societate cu răspundere limitată pe acțiuni autorizată fizică juridică
        întreprindere individuală pfa aksjeselskap aktiebolag aktieselskab anpartsselskab enkeltpersonforetak
        enkeltmandsvirksomhed enskild handelsbolag kommanditbolag interessentskab ansvarlig selskap ab aps
        osakeyhtiö toiminimi osuuskunta kommandiittiyhtiö avoin yhtiö osaühing aktsiaselts oü sia uab общество с
        ограниченной ответственностью акционерное публичное непубличное закрытое открытое индивидуальный
        предприниматель ип ооо ао пао зао оао товарищество кооператив государственное унитарное предприятие
        товариство з обмеженою відповідальністю фізична особа підприємець фоп тов пат прат приватне підприємство
        şirket şirketi anonim şahıs 有限责任公司 股份有限公司 有限公司 股份公司 个体工商户 个体户 个人独资企业
        合伙企业 有限合伙 有限合伙企业 普通合伙 集体企业 农民专业合作社 合作社 股份制 独资企业 合资企业
        中外合资企业 外商独资企业 私营企业 株式会社 有限会社 合同会社 合資会社 合名会社 個人事業主 一般社団法人
        一般財団法人 社会福祉法人 医療法人 学校法人 주식회사 유한회사 개인사업자 합자회사 사단법인
        재단법인 법인""".split(),
    )
)
"""Legal forms written out, and the words of them: ``Subchapter S Corporation``, ``Limited Liability Company(LLC)``."""
_ALL = _NOUNS | _BESIDE | _FORMS
_OF_AID = frozenset(
    map(key_of, "bilateral multilateral external internal mixed joint match cash kind grant loan".split())
)
"""Words of where money comes from, which no giver is called."""
_PARTS = re.compile(r"[\s_/&,()–—-]+")


def are_owner_kinds(profile: ColumnProfile) -> bool:
    """Whether a column has the same few general nouns again and again, of which no organisation is the name."""
    different = set(profile.cells)
    few = len(profile.cells) >= _LEAST and len(different) <= _MOST and profile.different <= _OFTEN
    return few and mostly(profile.share(_is_kind))


def are_often_kinds(profile: ColumnProfile) -> bool:
    """Whether half the cells and more are general nouns among a few words of their sort, also long ones."""
    few = len(profile.cells) >= _LEAST and len(set(profile.cells)) <= _MOST and profile.different <= _RARELY
    return few and profile.share(_is_kind) >= _OFTEN


def are_forms(profile: ColumnProfile) -> bool:
    """Whether most cells of a column are legal forms or general nouns, and no names: what somebody is."""
    return mostly(profile.share(_is_kind))


def hold_a_kind(profile: ColumnProfile) -> bool:
    """Whether any cell is a general noun, so that the others may be such words, too."""
    return any(_is_kind(cell) or key_of(cell) in _OF_AID for cell in set(profile.cells))


def _is_kind(cell: str) -> bool:
    """Whether a cell is a general noun or a legal form, with nothing beside it but what tells it from others."""
    keys = [key_of(part) for part in _PARTS.split(cell.replace(".", "")) if part]
    return bool(keys) and _ALL.issuperset(keys)

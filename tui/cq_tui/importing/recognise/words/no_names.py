"""What is no organisation by itself: a legal form, a general noun such as Club, a person who is not named, a number."""

import re
import unicodedata

from cq_tui.query.name_keys import company_words, has_legal_form, name_key
from cq_tui.values.dates import is_date
from cq_tui.values.expressions import later

_FORMS = frozenset(
    """ca sa srl sl slu sau sas sasu sarl eurl sci snc ltda eireli epp sadecv sapidecv sderldecv cia ciasa spa spzoo sro
    doo dd ad eood ood zrt nyrt kft oy oyj ab as asa aps bv nv vof bvba sprl asbl vzw ev eg gmbh ggmbh ag kg kgaa ohg
    gbr ug se mbh gmbhcokg cokg ltd plc llp lp llc inc corp coltd limited pty ptyltd pte pteltd sdnbhd bhd pvtltd
    privatelimited jsc ojsc pjsc ooo oao zao pao ооо оао зао пао ао тов ат пат прат tbk asş ltdsti ltdşti aş
    anonimsirketi 株式会社 有限会社 合同会社 주식회사 유한회사 有限公司 股份有限公司 有限责任公司 有限責任公司
    公司 soccoop soccooparl scoop scrl scarl scop scic ekför amba lda unipessoal unipessoallda uniplda
    eirl sac srls sccl scpa selarl gaec scea slp sll""".split()
)
"""Legal forms without dots and blanks, those left out that are also what parties and places are called by."""
_DOTTED_FORMS = frozenset("saa saic saci saicf sacif sal scp earl gie esp sapa sca sapi saica saicfia slne scl".split())
"""Legal forms that parties and places are called by as well, unless each letter has its point: ``S.A.I.C.``."""
_DOTTED = later(r"(?:[^\W\d_]\.\s?){2,}[^\W\d_]?\.?")
_SHORT, _LETTERS = 2, 3
_NOUNS = frozenset(
    name_key(one)
    for one in """club|compagnie|association|asociación|asociacion|associação|associazione|associació|association of
    |société|societe|society|sociedad|sociedade|società|company|companies|compañía|compañia|companhia|compagnia
    |foundation|fondation|fundación|fundacion|fundação|fondazione|fundacja|stichting|stiftung|vereniging|verein
    |stowarzyszenie|spolek|nadace|federation|fédération|federación|federação|federazione|union|unión|união|unione
    |comité|comite|committee|comitato|collectif|cercle|groupement|groupe|grupo|gruppo|group|amicale|syndicat|sindicato
    |cooperativa|coopérative|cooperative|consorcio|consórcio|consorzio|consortium|empresa|impresa|entreprise
    |общество|ассоциация|фонд|компания|клуб|товариство|асоціація|компанія|фірма|фирма|dernek|vakıf|şirket
    |保证责任|保证|有限责任|无限责任|责任|保証責任|無限責任
    |协会|協會|公司|集团|集團|基金会|基金會|俱乐部|俱樂部|企业|企業|会社|協会|財団|협회|재단|회사""".replace(
        "\n", ""
    ).split("|")
    if one.strip()
)
_PERSONS = later(
    r"(?i)(?:(?:an?|un|une|een|ein|eine|uma?)\s+)?(?:"
    r"particulier(?:e|en|s)?|(?:particuliere|privé|private?) perso(?:on|nen)|natuurlijke? perso(?:on|nen)|"
    r"priv(?:é|aat)perso(?:on|nen)|personnes? (?:physiques?|privées?)|personas? (?:f[íi]sicas?|natural(?:es)?)|"
    r"particular(?:es)?|privato|privati|privat[oi] cittadin[oi]|person[ae] fisic(?:a|he)|"
    r"pessoas? (?:físicas?|fisicas?|singular(?:es)?|naturais|natural)|privat|privatperson(?:en|er)?|"
    r"natürliche person(?:en)?|einzelperson(?:en)?|os(?:oba|oby) (?:fizyczn[ae]|prywatn[ae])|"
    r"физ(?:ическ(?:ое|ие)|\.)?\s*лиц[оа]|частн(?:ое|ые) лиц[оа]|физическо лице|частно лице|"
    r"фізичн[аі] особ[аи]|фізособ[аи]|приватн[аі] особ[аи]|"
    r"fyzick[áé] osob[ay]|soukrom[áé] osob[ay]|súkromn[áé] osob[ay]|"
    r"magánszemély(?:ek)?|természetes személy(?:ek)?|persoan[ăae] fizic[ăe]|persoane fizice|"
    r"fizičk[ae] osob[ae]|fizičk[ao] lic[ae]|fizičn[ae] oseb[ae]|fysisk[ae]? person(?:er)?|enskild person|"
    r"yksityishenkilö(?:t)?|luonnollinen henkilö|füüsiline isik|eraisik|fizisk[aā]s? persona[s]?|privātpersona|"
    r"fizini(?:s|ai) asm(?:uo|enys)|gerçek kişi(?:ler)?|şahıs|φυσικ[όά] πρόσωπ[οα]|ιδιώτη[ςσ]|"
    r"(?:private|natural) (?:persons?|individuals?|citizens?)|individuals?|"
    r"(?:angel|private|individual) investors?|business angels?|"
    r"(?:个人|個人)?天使(?:投资人|投资者|投資人)|个人天使|個人天使|(?:个人|私人)投资[人方]|私人投资者|"
    r"个人|個人|自然人|私人|个人投资者|自然人投资者|個人投資家|개인|자연인|cá nhân|perorangan|orang pribadi|شخص طبيعي"
    r")(?:\s*(?:n[ro°]\.?\s*)?\d{1,6})?(?:\s*[(（][^()（）]*[)）])?"
)
_AROUND = later(r"^[\s(（\[<\"'«„“*–-]+|[\s)）\]>\"'»”“*.–-]+$")


_HALF_OF_DAY = r"(?:a\.?\s?m\.?|p\.?\s?m\.?|上午|下午|午前|午後|오전|오후)"
_TIME = (
    rf"(?:{_HALF_OF_DAY}\s*)?\d{{1,2}}\s*(?:[:.h時时点點]\s*\d{{2}}\s*分?(?:[:.]\d{{2}})?|[h時时点點](?!\w)|(?=\s*(?:uhr|{_HALF_OF_DAY})))"
    rf"\s*(?:uhr|hrs?|h|{_HALF_OF_DAY})?(?!\w)"
)
_TIMES = later(rf"(?i)(?:{_TIME})(?:\s*(?:-|–|—|~|至|到|to|bis|until)\s*(?:{_TIME})?)?(?:\s*\([a-z]{{2,5}}\))?")
_NUMBER = later(r"[+−-]?\s?\d(?:[\d.,'\s]*\d)?\s?[%％.)]?")
_DAY_OF_MONTH = later(r"\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]?")
_LATE_HOUR = later(r"(?i)(?:1[3-9]|[2-9]\d)\s?[ap]m$")
_SHOP = later(r"\d{1,2}-\d{1,2}")
_LONGEST_NUMBER = 40


def is_number_or_time(text: str) -> bool:
    """Whether a text is a time, a day or a number and no more: ``11:00``, ``9.30 Uhr``, ``2025-03-04``, ``17``.

    Nobody is called so; ``7-11`` and ``1&1`` are.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > _LONGEST_NUMBER or not any(map(str.isdigit, plain)):
        return False
    if _LATE_HOUR.match(plain):
        return False  # 21AM is no time of a day
    return any(one.fullmatch(plain) for one in (_NUMBER, _TIMES, _DAY_OF_MONTH)) or (
        is_date(plain) and _SHOP.fullmatch(plain) is None
    )


def is_only_form(text: str) -> bool:
    """Whether a text is nothing but a legal form: ``C.A.``, ``GmbH & Co. KG``."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
    if len(plain) <= _SHORT and text.isascii() and "." not in text and not text.isupper():
        return False  # Dd and Ad are names
    if plain in _DOTTED_FORMS and _DOTTED.fullmatch(text.strip()):
        return True
    return plain in _FORMS or (has_legal_form(text) and len(company_words(f"x {text}")) == 1)


def is_no_name(text: str) -> bool:
    """Whether a part of a cell is no name by itself: a legal form, a general noun such as Club."""
    return is_only_form(text) or name_key(text) in _NOUNS


_NAMES_TOO = frozenset(["scoop"])
"""Words that are a legal form without its marks, S. Coop., and a name."""


def fills_no_cell(text: str) -> bool:
    """Whether a whole cell is no name: as ``is_no_name``, but a few letters without dots may be those of a name."""
    may_be = (len(text) <= _LETTERS or text.casefold() in _NAMES_TOO) and text.isascii() and text.isalpha()
    return is_number_or_time(text) or (is_no_name(text) and not may_be)


def is_private_person(text: str) -> bool:
    """Whether a cell says that a private person is meant, and no more: ``(Particulier)``, 自然人."""
    whole = text.strip()
    return any(_PERSONS.fullmatch(one) is not None for one in (whole, _AROUND.sub("", whole)))

"""What is known of each scheme of identifiers: how one is spelled, its form, and who knows its check digit."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from cq_tui.values.schemes import SEPARATORS, Scheme
from cq_tui.values.sql import Sql, literal


@dataclass(frozen=True, slots=True)
class Rule:
    """``dropped``: characters that are left out. ``upper``: small letters of ASCII become large ones.

    ``steps``: then what matches the first becomes the second, in the expressions that Python and RE2 share.
    ``pattern``: what the whole must match; ``check``: the module of python-stdnum that judges it.
    ``groups``: how many characters stand together where it is shown; ``mark``: what stands between all, or each two.
    """

    pattern: str = ""
    check: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    dropped: str = SEPARATORS
    upper: bool = True
    groups: tuple[int, ...] = ()
    mark: str = " "

    def compact(self, text: str) -> str:
        """The one spelling of an identifier."""
        text = text.translate(_table(self.dropped, upper=self.upper))
        for pattern, replacement in self.steps:
            text = re.sub(pattern, replacement, text, count=1)
        return text

    def sql_compact(self, text: Sql) -> Sql:
        """As ``compact``: the engine's ``translate``, too, leaves out what has nothing to become."""
        changed, into, left_out = _characters(self.dropped, upper=self.upper)
        sql = f"translate({text}, {literal(changed + left_out)}, {literal(into)})"
        for pattern, replacement in self.steps:
            sql = f"regexp_replace({sql}, {literal(pattern)}, {literal(replacement)})"
        return sql

    def shown(self, text: str) -> str:
        """An identifier in its one spelling as people write it."""
        if len(text) != sum(self.groups):
            return text
        ends = [sum(self.groups[:n]) for n in range(len(self.groups) + 1)]
        marks = self.mark if len(self.mark) > 1 else self.mark * (len(self.groups) - 1)
        pieces = [text[start:end] for start, end in pairwise(ends)]
        return "".join(piece + mark for piece, mark in zip_longest(pieces, marks, fillvalue=""))


_ASCII = "".join(map(chr, range(ord("!"), ord("~") + 1)))
_SMALL = "abcdefghijklmnopqrstuvwxyz"
ANY = Rule(dropped="", upper=False)
"""Where nothing is known of a scheme, an identifier is kept as it is."""


def _wide(character: str) -> str:
    """The form of a character of ASCII that is as wide as a Chinese one."""
    return chr(ord(character) + 0xFEE0)


def _characters(dropped: str, *, upper: bool) -> tuple[str, str, str]:
    """What becomes something else, what it becomes, and what is left out; wide forms are those of ASCII."""
    kept = "".join(one for one in _ASCII if one not in dropped)
    small = _SMALL if upper else ""
    left_out = dropped + "".join(_wide(one) for one in _ASCII if one in dropped)
    into = kept.upper() if upper else kept
    return "".join(map(_wide, kept)) + small, into + small.upper(), left_out


@cache
def _table(dropped: str, *, upper: bool) -> dict[int, int | None]:
    """The same for ``str.translate``."""
    return str.maketrans(*_characters(dropped, upper=upper))


def _country(prefix: str) -> tuple[tuple[str, str], ...]:
    """The step that takes the country before the digits away."""
    return ((f"^{prefix}([0-9])", r"\1"),)


def _web(address: str) -> tuple[str, str]:
    """The step that takes the address away of which an identifier is often the end."""
    return (rf"^(?:https?://)?(?:www\.)?{address}/", "")


RULES: dict[str, Rule] = {
    Scheme.CN_USCC: Rule(check="cn.uscc"),
    Scheme.LEI: Rule(r"[0-9A-Z]{18}[0-9]{2}", check="lei"),
    Scheme.VAT: Rule("[A-Z]{2}[0-9A-Z]{2,}", check="vatin", steps=(("^GR", "EL"),)),
    Scheme.WIKIDATA: Rule(
        "Q[1-9][0-9]*", dropped=" ", upper=False, steps=(_web(r"wikidata\.org/(?:wiki|entity)"), ("^q", "Q"))
    ),
    Scheme.OPENCORPORATES: Rule(
        "[a-z]{2}(?:_[a-z]{2,3})?/[0-9A-Za-z._-]+", dropped=" ", upper=False,
        steps=(_web(r"opencorporates\.com/companies"),),
    ),
    Scheme.DUNS: Rule("[0-9]{9}", groups=(2, 3, 4), mark="-"),
    Scheme.ROR: Rule("0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}", dropped=" ", upper=False, steps=(_web(r"ror\.org"),)),
    Scheme.EORI: Rule("[A-Z]{2}[0-9A-Z]{1,15}"),
    Scheme.AT_FB: Rule("[0-9]{1,6}[a-z]", check="at.businessid", steps=_country("(?:FN|fn)"), upper=False),
    Scheme.AU_ABN: Rule(check="au.abn", groups=(2, 3, 3, 3)),
    Scheme.AU_ASIC: Rule(check="au.acn", groups=(3, 3, 3)),
    Scheme.BE_KBO: Rule(check="be.vat", steps=(*_country("BE"), ("^([1-9][0-9]{8})$", r"0\1")),
                         groups=(4, 3, 3), mark="."),
    Scheme.BR_CNPJ: Rule(check="br.cnpj", groups=(2, 3, 3, 4, 2), mark="../-"),
    Scheme.CA_BN: Rule(check="ca.bn"),
    Scheme.CH_UID: Rule(check="ch.uid", steps=(("(?:MWST|TVA|IVA|HR)$", ""),), groups=(3, 3, 3, 3), mark="-.."),
    Scheme.CZ_ICO: Rule("[0-9]{8}", check="cz.dic", steps=_country("CZ")),
    Scheme.DE_CR: Rule(
        check="de.handelsregisternummer", dropped=",", upper=False,
        steps=(
            ("^ *(?:Amtsgericht|Registergericht|AG) +", ""), (" *: *", " "),
            ("^ *((?:HRA|HRB|VR|GnR|PR|GsR)) *([0-9]+(?: [A-Z])?) +(?:Amtsgericht +|AG +)?([^ ].*)$", r"\3 \1 \2"),
            ("^ +", ""), (" +$", ""),
        ),
    ),
    Scheme.DK_CVR: Rule(check="dk.cvr", steps=_country("DK")),
    Scheme.ES_NIF: Rule(check="es.nif", steps=_country("ES")),
    Scheme.FI_PRO: Rule(check="fi.ytunnus", steps=_country("FI"), groups=(7, 1), mark="-"),
    Scheme.FR_SIREN: Rule(check="fr.siren", groups=(3, 3, 3)),
    Scheme.FR_SIRET: Rule(check="fr.siret", groups=(3, 3, 3, 5)),
    Scheme.GB_COH: Rule(
        "[0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z]{2}[0-9]{5}[A-Z]", steps=(("^([0-9]{7})$", r"0\1"), ("^([0-9]{6})$", r"00\1"))
    ),
    Scheme.GB_CHC: Rule("[0-9]{6,7}"),
    Scheme.HK_CR: Rule("F?[0-9]{1,8}"),
    Scheme.HU_CR: Rule("[0-9]{10}", groups=(2, 2, 6), mark="-"),
    Scheme.IE_CRO: Rule("[0-9]{1,7}"),
    Scheme.IN_MCA: Rule("[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}"),
    Scheme.IT_CF: Rule(check="it.codicefiscale", steps=_country("IT")),
    Scheme.JP_JCN: Rule(check="jp.cn", groups=(1, 4, 4, 4), mark="-"),
    Scheme.KR_BRN: Rule(check="kr.brn", groups=(3, 2, 5), mark="-"),
    Scheme.LU_RCS: Rule("[A-Z][0-9]{1,7}"),
    Scheme.MX_RFC: Rule(check="mx.rfc"),
    Scheme.NL_KVK: Rule("[0-9]{8}"),
    Scheme.NO_BRC: Rule(check="no.orgnr", steps=(("MVA$", ""), *_country("NO")), groups=(3, 3, 3)),
    Scheme.NZ_NZBN: Rule("94[0-9]{11}", check="ean"),
    Scheme.PL_KRS: Rule("[0-9]{10}"),
    Scheme.PL_NIP: Rule(check="pl.nip", steps=_country("PL"), groups=(3, 3, 2, 2), mark="-"),
    Scheme.PL_REGON: Rule(check="pl.regon"),
    Scheme.PT_NIPC: Rule(check="pt.nif", steps=_country("PT")),
    Scheme.RU_INN: Rule(check="ru.inn"),
    Scheme.RU_OGRN: Rule(check="ru.ogrn"),
    Scheme.SE_ON: Rule(check="se.orgnr", groups=(6, 4), mark="-"),
    Scheme.SG_ACRA: Rule(check="sg.uen"),
    Scheme.TR_VKN: Rule(check="tr.vkn"),
    Scheme.TW_CR: Rule(check="tw.ubn"),
    Scheme.US_EIN: Rule(check="us.ein", groups=(2, 7), mark="-"),
    Scheme.US_SAM: Rule("[0-9A-Z]{12}"),
    Scheme.VN_MST: Rule(check="vn.mst"),
    Scheme.ZA_CIPC: Rule("(?:[A-Z]{1,2}|[0-9]{4})[0-9]{4,8}", dropped=" -."),
}  # fmt: skip
"""What is known of each scheme."""

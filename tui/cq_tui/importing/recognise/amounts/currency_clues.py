"""What else a list tells of its currency: countries, states and cities, web addresses, its language."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from cq_tui.importing.recognise.amounts.likely_currencies import likely_currencies, spoken_currency
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.register_numbers import country_of_numbers
from cq_tui.importing.recognise.words.code_lookup import one_country
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, may_be
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese, is_japanese
from cq_tui.values.money_of_countries import money_of_countries
from cq_tui.values.reasons import Reason

_ROWS = 500
"""Rows that are looked at."""
_NEARLY_ALL, _MANY, _OFTEN, _LEAST, _FEW = 0.9, 0.3, 0.1, 3, 3
"""Shares of rows; how many rows at least; how many countries are named."""
_HOST = later(r"(?i)(?:https?://|www\.|@)(?:[\w-]+[.])*?((?:gov|gc|govt|gob|gouv|go)\.)?([a-z]{2,4})(?=[/:?#\s,;]|$)")
_OF_THE_STATE = {"gov": "US", "mil": "US"}
_NOT_OF_THE_COUNTRY = frozenset("ai cc co fm io ly me to tv eu".split())
"""Ends of web addresses that stand for anything but a country."""
_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon
    pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington
    west_virginia wisconsin wyoming district_of_columbia puerto_rico
    al ak az ar ca co ct de dc fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa
    pr ri sc sd tn tx ut va vt wa wi wv wy""".split()
)
_IS_STATE_HEADER = later(r"(?i)(?:^|[\s_])(?:state|st)(?:[\s_](?:code|name))?$")
_WORDS = {
    "CA": "canada ottawa toronto montr[eé]al vancouver calgary edmonton winnipeg ontario qu[eé]bec alberta manitoba "
    "saskatchewan nova_scotia new_brunswick british_columbia",
    "AU": "australia australian sydney melbourne brisbane perth adelaide canberra queensland new_south_wales nsw "
    "tasmania pty",
    "NZ": "new_zealand aotearoa auckland wellington christchurch",
    "HK": "hong_kong kowloon",
    "SG": "singapore pte",
    "US": "united_states usa washington,?_d\\.?c new_york california texas florida",
    "GB": "united_kingdom england scotland wales london manchester birmingham plc",
    "IN": "india mumbai delhi new_delhi bengaluru bangalore hyderabad chennai pvt",
    "MX": "m[eé]xico jalisco monterrey s\\.?a\\.?_de_c\\.?v sonora sinaloa baja_california veracruz "
    "oaxaca chiapas tamaulipas nayarit michoac[aá]n yucat[aá]n quintana_roo guanajuato tabasco campeche colima",
    "AR": "argentina buenos_aires",
    "CH": "schweiz suisse svizzera switzerland z[üu]rich gen[èe]ve lausanne lugano",
    "CL": "chile santiago",
    "CO": "colombia bogot[aá] medell[ií]n",
    "ZA": "south_africa johannesburg cape_town pretoria",
    "KE": "kenya nairobi",
    "NG": "nigeria lagos abuja",
    "PH": "philippines manila",
    "OM": "oman omani muscat dhofar (?:al_)?batinah sohar salalah سلطنة_عمان سلطنة_عُمان مسقط ظفار الباطنة صلالة",
    "AE": "united_arab_emirates uae dubai abu_dhabi sharjah الإمارات دبي أبوظبي الشارقة",
    "SA": "saudi(?:_arabia)? riyadh jeddah السعودية الرياض جدة",
    "KW": "kuwait kuwaiti الكويت",
    "QA": "qatar qatari doha قطر الدوحة",
    "BH": "bahrain bahraini manama البحرين المنامة",
    "EG": "egypt cairo alexandria_governorate مصر القاهرة",
    "PT": "portugal portuguesa lisboa lisbon porto braga coimbra aveiro set[úu]bal faro_distrito lda",
    "BR": "bras[ií]l brasileir[ao] s[ãa]o_paulo rio_de_janeiro minas_gerais bras[íi]lia paran[áa] bahia ltda eireli",
}
"""Names that stand in lists of a country, and what its companies are called."""
_WORDS_BESIDE_SIGNS = {
    "CN": "china chinese beijing shanghai shenzhen guangdong guangzhou zhejiang jiangsu",
    "JP": "japan japanese tokyo osaka kyoto nagoya yokohama kabushiki_kaisha",
    "SE": "sweden swedish sverige stockholm g[öo]teborg malm[öo] uppsala",
    "NO": "norway norwegian norge oslo bergen trondheim stavanger asa",
    "DK": "denmark danish danmark k[øo]benhavn copenhagen [åa]rhus aarhus odense aps",
    "TW": "taiwan taipei kaohsiung taichung",
    "PK": "pakistan karachi lahore islamabad punjab sindh",
    "LK": "sri_lanka colombo",
}
"""The same where only an unclear sign is to be told: a list that names China in many rows need not be in yuan."""
_PATTERNS = {
    country: re.compile(rf"(?i)(?<!\w)(?:{'|'.join(words.split()).replace('_', ' ')})(?!\w)")
    for country, words in (_WORDS | _WORDS_BESIDE_SIGNS).items()
}


@dataclass(frozen=True)
class Clues:
    """``clear``: the currency that leaves no doubt, with why; ``likely``: one that is likely; ``offered``: all.

    ``told``: those that the list tells by itself, beside what is usual everywhere.
    """

    clear: str
    why: Reason | None
    likely: str
    offered: tuple[str, ...]
    told: tuple[str, ...]


def yuan_or_yen(draft: Draft, names: Sequence[str]) -> str:
    """Which of both ¥ is in these columns by the letters of their cells and of the headers; empty where none tells."""
    texts = [*draft.header.names, *(cell for name in names for cell in draft.cells[name])]
    return "JPY" if any(map(is_japanese, texts)) else "CNY" if any(map(is_chinese, texts)) else ""


def currency_clues(draft: Draft, sign: str = "") -> Clues:
    """What a list tells of its currency; ``sign``: an unclear one that it is written with.

    Nothing is clear where two things are told, nor where there is no sign.
    """
    every = [
        *_countries(draft, sign),
        *_states(draft),
        *_hosts(draft),
        *_registers(draft, sign),
        *_names(draft, sign),
        *_named_in_cells(draft),
    ]
    every += _euros(draft) if not sign else ()
    told = [(money_of_countries().get(country, ""), weight, why) for country, weight, why in every]
    told = [one for one in told if one[0] and (not sign or may_be(sign, one[0]))]
    sure = {code: why for code, weight, why in told if weight == _CLEAR and sign}
    found = list(dict.fromkeys(code for code, _weight, _why in sorted(told, key=lambda one: -one[1])))
    strong = {code for code, weight, _why in told if weight >= _LIKELY}
    if not told and sign == DOLLAR_SIGN and _is_simplified(draft):
        sure = {"USD": Reason.of(Evidence.CHINESE_DOLLARS)}
    usual = likely_currencies(draft.header.names, chain.from_iterable(draft.rows))
    usual = (*(code for code in usual if may_be(sign, code)), *UNCLEAR[sign]) if sign else usual
    if sign == DOLLAR_SIGN and (several := _dollars_of_several(draft)):
        found = list(dict.fromkeys((*found, *several)))
        return Clues("", None, "", tuple(dict.fromkeys((*found, *usual))), tuple(found))
    clear = next(iter(sure)) if len(sure) == 1 and set(found) <= sure.keys() else ""
    spoken = spoken_currency(draft.header.names)
    spoken = spoken if not sign or may_be(sign, spoken) else ""
    likely = found[0] if len(strong) == 1 else "" if found else spoken
    return Clues(clear, sure.get(clear), clear or likely, tuple(dict.fromkeys([*found, *usual])), tuple(found))


_OFFERED, _LIKELY, _CLEAR = range(3)
_SHORTEST, _LONGEST_NAME, _HALF = 4, 30, 0.5
"""Characters of the name of a country, which is no code, and the share of cells that are one."""
_Told = Iterator[tuple[str, int, Reason | None]]
"""A country, how much speaks for it, and what does."""


def _columns_of_countries(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """The columns that hold countries, each with the codes of its first cells."""
    for name, word in draft.words.items():
        if word.field is not None and word.field.codes is COUNTRIES and mostly(draft.profiles[name].codes(word.field)):
            yield name, list(filter(None, map(one_country, draft.cells[name][:_ROWS])))


def _dollars_of_several(draft: Draft) -> tuple[str, ...]:
    """The currencies written $ of the countries of a list, where it can't be told whose is meant; else empty.

    Beside other countries one with dollars of its own that are not American leaves it open, the more so several.
    """
    money = money_of_countries()
    counts = Counter(money.get(code, "") for _name, codes in _columns_of_countries(draft) for code in codes)
    found = tuple(code for code, _count in counts.most_common() if may_be(DOLLAR_SIGN, code))
    alone = len(found) == 1 and (found[0] == "USD" or counts[found[0]] >= _NEARLY_ALL * counts.total())
    return () if alone else found


def _countries(draft: Draft, sign: str) -> _Told:
    """The countries of columns that hold countries; of the United States alone no other dollar comes.

    Several that have no dollars of their own are counted in those of the United States.
    """
    for name, codes in _columns_of_countries(draft):
        counts = Counter(codes)
        if (
            sign == DOLLAR_SIGN
            and len(counts) >= _LEAST
            and not any(may_be(DOLLAR_SIGN, money_of_countries().get(one, "")) for one in counts)
        ):
            yield "US", _CLEAR, Reason.of(Evidence.NO_DOLLARS, column=name)
        for country, count in counts.most_common(_FEW):
            alone = count >= _NEARLY_ALL * len(codes) and count >= _LEAST
            why = Reason.of(Evidence.OF_COUNTRY, column=name, country=COUNTRIES[country].label)
            if alone or count >= _OFTEN * len(codes):
                yield country, (_CLEAR if country == "US" else _LIKELY) if alone else _OFFERED, why


def _states(draft: Draft) -> _Told:
    for name in filter(_IS_STATE_HEADER.search, draft.header.names):
        cells = [cell.strip().casefold().replace(" ", "_") for cell in draft.cells[name][:_ROWS]]
        if len(cells) >= _LEAST and sum(cell in _STATES for cell in cells) >= _NEARLY_ALL * len(cells):
            yield "US", _CLEAR, Reason.of(Evidence.OF_COUNTRY, column=name, country=COUNTRIES["US"].label)


def _hosts(draft: Draft) -> _Told:
    """The countries of web addresses; those of a state's own offices leave no doubt."""
    counts: Counter[tuple[str, bool]] = Counter()
    for row in islice(draft.rows, _ROWS):
        for cell in row:
            if ("://" in cell or "www." in cell or "@" in cell) and (match := _HOST.search(cell)):
                end = match[2].casefold()
                country = _OF_THE_STATE.get(end, "" if end in _NOT_OF_THE_COUNTRY else end.upper())
                country = "GB" if country == "UK" else country
                counts[country, bool(match[1]) or end in _OF_THE_STATE] += 1
    every = counts.total()
    for (country, of_state), count in counts.most_common(_FEW):
        if country in money_of_countries() and count >= _LEAST and count >= _OFTEN * every:
            why = Reason.of(Evidence.OF_ADDRESSES, country=COUNTRIES[country].label, count=f"{count:,}")
            most = count >= _NEARLY_ALL * every
            yield country, (_CLEAR if of_state else _LIKELY) if most else _OFFERED, why


def _registers(draft: Draft, sign: str) -> _Told:
    """The countries whose registers give the numbers beside the parties: RIF is of Venezuela, NIP of Poland.

    Where a country's own money is not written $, one is of the United States.
    Names of places are no numbers: ``Corporate HQ (City)``.
    """
    numbers = [name for name in draft.header.names if draft.profiles[name].share(_has_digit) >= _HALF]
    for country in filter(None, (country_of_numbers(name, draft.header.names) for name in numbers)):
        of_its_own = sign != DOLLAR_SIGN or may_be(sign, money_of_countries().get(country, ""))
        yield country if of_its_own else "US", _LIKELY, None


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _euros(draft: Draft) -> _Told:
    """The euro where its sign stands in another column."""
    signs = sum("€" in cell for row in islice(draft.rows, _ROWS) for cell in row)
    if signs >= _LEAST or any("€" in name for name in draft.header.names):
        yield "EU", _LIKELY, None


def _names(draft: Draft, sign: str) -> _Told:
    """The countries whose places and companies stand in many rows."""
    rows = [" | ".join(cell for cell in row if len(cell) < 200) for row in islice(draft.rows, _ROWS)]
    asked = {country: found for country, found in _PATTERNS.items() if sign or country in _WORDS}
    counts = Counter({country: sum(map(bool, map(found.search, rows))) for country, found in asked.items()})
    for country, count in counts.most_common(_FEW):
        if count >= _LEAST and count >= _OFTEN * len(rows):
            yield country, _LIKELY if count >= _MANY * len(rows) else _OFFERED, None


def _named_in_cells(draft: Draft) -> _Told:
    """The country that most cells of any column are, as ``ESPAÑA`` below ``subentity``: its money is offered."""
    for name in draft.header.names:
        cells = [cell.strip() for cell in draft.cells[name][:_ROWS]]
        named = Counter(one_country(cell) for cell in cells if _SHORTEST <= len(cell) <= _LONGEST_NAME)
        for country, count in named.most_common(1):
            if country and count >= _LEAST and count > len(cells) * _HALF:
                yield country, _OFFERED, None


def _is_simplified(draft: Draft) -> bool:
    """Whether a list is in Chinese as the mainland writes it: there a $ is of the United States."""
    return spoken_currency(draft.header.names) == "CNY"

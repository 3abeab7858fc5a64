"""Records whose title no column says: a contract is called by what is bought, a round by its company."""

import re
from collections.abc import Sequence

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import says_id
from cq_tui.importing.recognise.maps.mapping import ONE_EACH, FieldMap, flat
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.titles.stories import are_short_names
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.listed_names import listed_names
from cq_tui.importing.recognise.words.word import WEAK

_BOUGHT = re.compile(
    r"(?i)(?<![^\W_])(?:products?|goods|items?|works|services?|commodit(?:y|ies)|articles?|purchases?|produkte?|waren?|leistung(?:en)?|"
    r"productos?|bienes|servicios?|produits?|prestations?|prodott[oi]|servizi|produtos?|bens|serviços?|producten|diensten|"
    r"produkty?|towary?|usługi?|zboží|продукт\w*|продукци\w*|товар\w*|услуг\w*|работ\w*|закупк\w*)(?![^\W_])"
    r"|^(?:物资|物品|货物|商品|产品|品目|服务|采购内容|品名)(?:名称)?$|^(?:물품명?|품목)$"
)
_ABOUT = re.compile(
    r"(?i)^(?:(?:short|company|business|brief)[\s_]+)?(?:descriptions?|descr|desc|about|overview|summary|profile|beschreibung|"
    r"kurzbeschreibung|description|descripción|descrição|descrizione|omschrijving|opis|popis|описание)$"
    r"|^(?:公司|企业|项目)?(?:简介|介绍|描述|簡介|介紹)$"
)
_LETTERS = re.compile(r"[^\W\d_]{3}|[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]{2}")
_NEARLY_ALL, _MANY = 0.9, 0.3
_SHORTEST = 6
"""Letters of half of what is bought, at least: what is shorter is a unit or a code."""


def call_by_others(draft: Draft) -> None:
    """Take what is bought for the title of a contract, and the company for that of a round, as likely."""
    _call_contracts(draft)
    _call_rounds(draft)


def _call_contracts(draft: Draft) -> None:
    """Take a column of what is bought for the title where a buyer and a supplier stand beside it and no title."""
    heading = draft.kind.heading
    roles = _roles(draft)
    if heading.name in draft.fields or draft.is_asked(heading) or not {"buyer", "supplier"} <= roles.keys():
        return
    used = {name for mapped in draft.fields.values() for name in mapped.columns} | draft.private
    found = [name for name in draft.header.names if name not in used and _says_what_is_bought(draft, name)]
    if len(found) == 1:
        draft.fields[heading.name] = FieldMap(column=(found[0],))
        draft.tell(heading, Evidence.BOUGHT, column=found[0])
        draft.likely.add(heading.name)


def _call_rounds(draft: Draft) -> None:
    """Take the company of each round for its title where the column that may be one only tells about it."""
    heading = draft.kind.heading
    mapped, roles = draft.fields.get(heading.name), _roles(draft)
    if mapped is None or len(mapped.column) != 1 or draft.is_asked(heading) or "investor" not in roles:
        return
    (told,) = mapped.column
    others = [name for role, names in roles.items() if role != "investor" for name in names]
    is_about = draft.words[told].certainty == WEAK and _ABOUT.search(take_apart(told).name.strip()) is not None
    if is_about and len(others) == 1 and are_short_names(draft.profiles[others[0]]):
        draft.fields[heading.name] = FieldMap(column=(others[0],))
        draft.evidence.pop(heading.name, None)
        draft.tell(heading, Evidence.CALLED_BY, column=others[0])
        draft.likely.add(heading.name)


def lists_of_parties(draft: Draft) -> frozenset[str]:
    """The columns of parties whose cells hold several names: no record is called by all of them."""
    every = (
        (name, mapped.separator.get(role, ONE_EACH))
        for mapped in draft.fields.values()
        for role, named in mapped.roles.items()
        for name in flat(named)
    )
    return frozenset(name for name, mark in every if mark != ONE_EACH or draft.profiles[name].share(_is_list) >= _MANY)


def _is_list(cell: str) -> bool:
    return ";" in cell or len(listed_names(cell.strip(" ,，"))) > 1


def _roles(draft: Draft) -> dict[str, Sequence[str]]:
    return {role: flat(named) for mapped in draft.fields.values() for role, named in mapped.roles.items()}


def _says_what_is_bought(draft: Draft, name: str) -> bool:
    profile = draft.profiles[name]
    if not _BOUGHT.search(take_apart(name).name) or says_id(name) or profile.filled < _NEARLY_ALL:
        return False
    lengths = sorted(map(len, profile.cells))
    is_text = profile.share(lambda cell: _LETTERS.search(cell) is not None) >= _NEARLY_ALL
    return is_text and lengths[len(lengths) // 2] >= _SHORTEST and profile.different >= _MANY

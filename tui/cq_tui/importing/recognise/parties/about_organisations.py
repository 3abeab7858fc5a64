"""Finds the columns that tell something of the organisations in another one: 甲方地址, ``Acquirer country``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import number_somebody
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, About
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.parties.not_a_name import attribute_step, without_brackets
from cq_tui.importing.recognise.parties.numbers_of import are_of_another, may_be_numbers_of
from cq_tui.importing.recognise.parties.register_numbers import (
    register_among,
    register_behind,
    register_number,
    scheme_in_list,
)
from cq_tui.importing.recognise.words.header_grammar import stem, take_apart
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.language import Label
from cq_tui.query.vocabulary import folded
from cq_tui.schema.kind import Kind
from cq_tui.values.countries import COUNTRIES

_OTHER = "OTHER"
_FEWEST_DIGITS = 5
_FEWEST_ALIKE, _ENDING = 4, 2
"""Letters that two forms of a word have in common, and those of an ending."""


_OF_NUMBERS = frozenset("code postcode phone employees founded registered_capital".split())
"""What bare numbers tell; of all else they are codes that nothing explains: a nature of 2."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What lists tell of organisations that the program has no field for: it becomes one of the archive's own.

    ``alone``: whether a header says it without naming the organisation.
    """

    label: Label
    words: str
    alone: bool = False


ATTRIBUTES: Mapping[str, Attribute] = {
    "address": Attribute(
        Label("地址", "Address"),
        "address|addr|registered address|street address|street|地址|注册地址|办公地址|通讯地址|联系地址|住所"
        "|adresse|anschrift|dirección|domicilio|indirizzo|endereço|morada|adres|adresa|adress|cím|címe|székhelye|osoite"
        "|адрес|адреса|住所|주소|alamat|địa chỉ",
    ),
    "city": Attribute(Label("城市", "City"), "city|town|城市|所在城市|所在市|stadt|ville|ciudad"),
    "region": Attribute(Label("地区", "Region"), "region|province|state|省份|省|地区|所在地区|所在省"),
    "postcode": Attribute(Label("邮编", "Postcode"), "postcode|postal code|zip|zip code|邮编|邮政编码|plz"),
    "seat": Attribute(
        Label("总部", "Headquarters"),
        "hq|headquarters|headquarter|head office|seat|location|总部|总部所在地|总部地址|所在地|注册地"
        "|nationality|国籍|sitz|siège",
    ),
    "legal_representative": Attribute(
        Label("法定代表人", "Legal representative"),
        "legal representative|legal person|法定代表人|法人代表|法人|法定代表",
        alone=True,
    ),
    "registered_capital": Attribute(
        Label("注册资本", "Registered capital"), "registered capital|注册资本|注册资金", alone=True
    ),
    "contact": Attribute(Label("联系人", "Contact"), "contact|contact person|contact name|联系人|ansprechpartner"),
    "phone": Attribute(Label("电话", "Phone"), "phone|phone number|telephone|tel|mobile|电话|联系电话|手机|telefon"),
    "email": Attribute(Label("邮箱", "E-mail"), "email|e mail|mail|邮箱|电子邮箱|电子邮件"),
    "code": Attribute(Label("代码", "Code"), "code|id|number|no|代码|编号|编码|ticker|股票代码|stock code"),
    "industry": Attribute(Label("行业", "Industry"), "industry|sector|行业|所属行业|branche"),
    "nature": Attribute(Label("组织性质", "Nature"), "type|nature|ownership|类型|性质|企业性质|所有制"),
    "employees": Attribute(Label("员工人数", "Employees"), "employees|size|headcount|员工人数|人数|规模"),
    "founded": Attribute(Label("成立时间", "Founded"), "founded|founded year|established|成立时间|成立年份|成立日期"),
}


def about_columns(draft: Draft, organisations: Kind) -> dict[str, About]:
    """The columns about organisations, a kind of the archive: each with what it tells, and of which column's."""
    if draft.kind.name == TABLE_OF_NAMES:
        return {}
    refer = {name for name in draft.fields if draft.kind.by_name[name].type.refers_to == TABLE_OF_NAMES}
    parties = [column for name in draft.fields if name in refer for column in draft.fields[name].columns]
    parties = [party for party in parties if draft.cells.get(party)]  # an empty one is nobody's
    # A country of a party is told of its deal as well.
    used = {
        column
        for name, mapped in draft.fields.items()
        if draft.kind.by_name[name].codes is not COUNTRIES
        for column in mapped.columns
    }
    found = {}
    for column in draft.header.names if parties else ():
        if column in used or column in draft.of_contacts or not draft.cells[column]:
            continue
        if (numbers := _numbers(draft, column, parties)) is not None:
            found[column] = numbers
            continue
        party, rest = _party(draft, without_brackets(column), parties)
        rest = folded(attribute_step(column)) or rest
        if told := _attribute(draft, organisations, column, rest or folded(column), sure=bool(party)):
            nearest = party or _whose(draft, column, parties, is_number=told[0] == "identifiers")
            is_its = party or told[0] != "identifiers" or _may_be_its(draft, column, nearest, parties)
            if is_its and (told[0] != "code" or may_be_numbers_of(draft, column, nearest)):
                found[column] = About(told[0], told[1], nearest)  # ``investor_number`` may count the investors
    return _one_each(draft, found)


def _one_each(draft: Draft, found: dict[str, About]) -> dict[str, About]:
    """Of several columns that tell the same of the same organisations the one of words: they have one such field."""
    same: dict[About, list[str]] = {}
    for column, about in found.items():
        if about.field in ATTRIBUTES:
            same.setdefault(about, []).append(column)
    for about, columns in same.items():
        words = [one for one in columns if about.field in _OF_NUMBERS or not mostly(draft.profiles[one].bare_numbers)]
        kept = max(words, key=lambda one: draft.profiles[one].filled, default="")
        for column in columns:
            if column != kept:
                del found[column]  # a field of its own says it
    return found


def _numbers(draft: Draft, column: str, parties: Sequence[str]) -> About | None:
    """What a column of a register's numbers tells: of the party that its header names, else of the one that fits."""
    if not draft.profiles[column].share(_has_digits):
        return None
    if behind := register_behind(column, parties):
        return About("identifiers", *behind)
    told = register_number(column)
    if told is None and (scheme := register_among(column)) and number_somebody(draft.cells[column]):
        told = (scheme, "")
    if told is None:
        return None
    scheme, whose = scheme_in_list(told[0], draft.header.names), told[1]
    party = next((one for one in parties if whose and _is_called(draft, one, whose)), "")
    if whose and not party:
        return None
    party = party or _whose(draft, column, parties, is_number=True)
    if not whose and not _may_be_its(draft, column, party, parties):
        return None
    return About("identifiers", scheme, party)


def _may_be_its(draft: Draft, column: str, party: str, parties: Sequence[str]) -> bool:
    """Whether numbers whose header names nobody can be those of a party."""
    return may_be_numbers_of(draft, column, party, alone=len(parties) == 1) and not are_of_another(draft, column, party)


def _has_digits(cell: str) -> bool:
    return sum(map(str.isdigit, cell)) >= _FEWEST_DIGITS


def _is_called(draft: Draft, party: str, words: str) -> bool:
    """Whether words say a party, as its header does or with its role; in another case, too: ``ИНН поставщика``."""
    known = stem(party).replace("_", " ")
    alike = next((n for n, pair in enumerate(zip(known, words, strict=False)) if pair[0] != pair[1]), len(known))
    if known == words or alike >= max(_FEWEST_ALIKE, len(words) - _ENDING, len(known) - _ENDING):
        return True
    word = read_word(draft.kind, words)
    return bool(word.field and word.field.parts and word.role == draft.words[party].role)


def _party(draft: Draft, column: str, parties: Sequence[str]) -> tuple[str, str]:
    """The column of organisations that a header names, and what else it says; empty where it names none."""
    name = folded(take_apart(column).name)
    stems = sorted(((stem(party), party) for party in parties), key=lambda pair: -len(pair[0]))
    for known, party in stems:
        if rest := _without(name, known):
            return party, rest
    for cut in range(len(name) - 1, 1, -1):
        words = name[:cut].strip("_")
        rest = _without(name, words)
        word = read_word(draft.kind, words.replace("_", " ")) if rest else None
        if word and word.certainty == EXACT and word.field and word.field.type.refers_to == TABLE_OF_NAMES:
            same = [party for party in parties if draft.words[party].role == word.role]
            one_common = len(parties) == 1 and COMMON_ROLE in (word.role, draft.words[parties[0]].role)
            if same or one_common:  # the country of recipients is none of the one who gives
                return (same or parties)[0], rest
    return "", ""


def _without(name: str, words: str) -> str:
    """What a folded header says beside words at its start, or behind ``of`` at its end."""
    if words and name.startswith(words):
        rest = name[len(words) :]
        if rest and (rest[0] == "_" or not rest[0].isascii()):
            return rest.strip("_")
    match = re.fullmatch(rf"(.+?)_of_(?:the_)?{re.escape(words)}", name)
    return match[1] if match else ""


def _attribute(draft: Draft, organisations: Kind, column: str, rest: str, *, sure: bool) -> tuple[str, str] | None:
    """The field of organisations that words mean, with the scheme of an identifier."""
    text = rest.replace("_", " ")
    word = read_word(organisations, text)
    name = word.field.name if word.field and word.certainty == EXACT else ""
    if name == "identifiers" and (sure or word.role != _OTHER):
        return name, word.role
    if name in ("country", "website") and sure:
        return name, ""
    known = next((one for one, told in ATTRIBUTES.items() if text in told.words.split("|")), "")
    if not known or not (sure or ATTRIBUTES[known].alone):
        return None
    return ("country", "") if known == "seat" and mostly(draft.profiles[column].countries) else (known, "")


def _whose(draft: Draft, column: str, parties: Sequence[str], *, is_number: bool) -> str:
    """The column of organisations that a column tells of: of numbers, one of companies beside others that is next."""
    fit = [one for one in parties if is_number and _may_be_its(draft, column, one, ())]
    companies = [one for one in fit if mostly(draft.profiles[one].share(is_company))]
    if 0 < len(companies) < len(fit):
        place = draft.header.names.index(column)
        return min(companies, key=lambda one: abs(draft.header.names.index(one) - place))
    return _left_of(draft, column, fit or parties)


def _left_of(draft: Draft, column: str, parties: Sequence[str]) -> str:
    """The column of organisations that stands nearest before a column, else the first."""
    place = draft.header.names.index(column)
    return max(parties, key=lambda party: (draft.header.names.index(party) - place - 1) % len(draft.header.names))
